const vm = require('node:vm')
const { TestEnvironment } = require('jest-environment-node')

/**
 * Jest's environment for Node with an ordinary global object. By default it is one whose every access, such as that of `Math`,
 * goes through an interceptor, which took half of the time of code that reckons a lot. Suites are kept apart all the same.
 */
module.exports = class PlainGlobals extends TestEnvironment {
  constructor(config, context) {
    const { createContext } = vm
    vm.createContext = () => createContext(vm.constants.DONT_CONTEXTIFY)
    try {
      super(config, context)
    } finally {
      vm.createContext = createContext
    }
  }
}
