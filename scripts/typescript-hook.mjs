// Lets plain Node run the sources for tests and benchmarks: `node --experimental-transform-types --import <this file>`.
// Sources import each other as `./x.js`, the name after the build; here `./x.ts` is meant.
import { registerHooks } from 'node:module'

registerHooks({
  resolve(specifier, context, next) {
    try {
      return next(specifier, context)
    } catch (error) {
      if (!specifier.startsWith('.') || !specifier.endsWith('.js')) throw error
      return next(specifier.replace(/\.js$/, '.ts'), context)
    }
  },
})
