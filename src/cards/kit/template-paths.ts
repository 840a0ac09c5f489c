import { Constant, Expression, ExpressionType } from 'adaptive-expressions'

/** `${title}`, `${open.title}`, `${$data}`: the templates say no more. */
const path = /\$\{(\$?[A-Za-z]\w*(?:\.[A-Za-z]\w*)*)\}/g

/**
 * Makes of a template's text what the library would make of it, without the parser of a whole language, whose first use takes a tenth of
 * a start.
 * @returns undefined for a text that holds more than paths
 */
export function readPaths(text: string): Expression | string | undefined {
  if (!text.includes('${')) return text
  if (text.replace(path, '').includes('${') || /[`\\]/.test(text)) return undefined
  const parts = text.split(path).flatMap((part, at): Expression[] => {
    // What stands in the pattern's group comes at every second place.
    if (at % 2 === 1) return [accessor(part.split('.'))]
    return part === '' ? [] : [new Constant(part)]
  })
  const [only, ...others] = parts
  return only && others.length === 0
    ? only
    : Expression.makeExpression(ExpressionType.Concat, Expression.lookup(ExpressionType.Concat), ...parts)
}

function accessor(names: readonly string[]): Expression {
  const inner = names.slice(0, -1)
  const parts = [new Constant(names.at(-1)), ...(inner.length === 0 ? [] : [accessor(inner)])]
  return Expression.makeExpression(ExpressionType.Accessor, Expression.lookup(ExpressionType.Accessor), ...parts)
}
