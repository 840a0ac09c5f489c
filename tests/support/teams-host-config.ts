/** Host settings close to what Teams uses on the desktop. Teams publishes none; sizes and colours follow its Fluent theme. */
export function teamsLike(theme: 'light' | 'dark'): object {
  const light = theme === 'light'
  const text = (normal: string, subtle: string) => ({ default: normal, subtle })
  const foregroundColors = {
    default: text(light ? '#242424' : '#ffffff', light ? '#616161' : '#adadad'),
    dark: text('#242424', '#616161'),
    light: text('#ffffff', '#adadad'),
    accent: text(light ? '#5b5fc7' : '#9299f7', light ? '#5b5fc7' : '#9299f7'),
    good: text(light ? '#237b4b' : '#92c353', '#237b4b'),
    warning: text(light ? '#835b00' : '#f8d22a', '#835b00'),
    attention: text(light ? '#c4314b' : '#f9526b', '#c4314b'),
  }
  const style = (backgroundColor: string) => ({ backgroundColor, foregroundColors })
  return {
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: light ? '#e1e1e1' : '#3d3d3d' },
    supportsInteractivity: true,
    fontFamily: "'Segoe UI', 'Liberation Sans', sans-serif",
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 200, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
    containerStyles: { default: style(light ? '#ffffff' : '#292929'), emphasis: style(light ? '#f5f5f5' : '#1f1f1f') },
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      showCard: { actionMode: 'inline', inlineTopMargin: 16 },
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
    },
    adaptiveCard: { allowCustomStyle: false },
    textStyles: { heading: { size: 'large', weight: 'bolder' }, columnHeader: { weight: 'bolder' } },
    inputs: { label: { requiredInputs: { suffix: ' *', suffixColor: 'attention' }, optionalInputs: {} } },
    factSet: { title: { weight: 'bolder', wrap: true, maxWidth: 200 }, value: { wrap: true }, spacing: 16 },
  }
}
