import type { Activity } from 'botbuilder'

/**
 * The invoke response that shows `notice` to who pressed the button. An `adaptiveCard/action` is answered with a message,
 * which Teams must show: for the error type, and for any other HTTP status, it shows a text of its own and presses again.
 * @param name the invoke's name
 */
export function errorAnswer(name: string | undefined, notice: string): Partial<Activity> {
  return { type: 'invokeResponse', value: invokeResponse(name, notice) }
}

function invokeResponse(name: string | undefined, notice: string): { status: number; body?: object } {
  switch (name) {
    case 'adaptiveCard/action':
      return {
        status: 200,
        body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: notice },
      }
    case 'task/fetch':
    case 'task/submit':
      return { status: 200, body: { task: { type: 'message', value: notice } } }
    case 'fileConsent/invoke':
      return { status: 200 }
    default:
      return { status: 500 }
  }
}
