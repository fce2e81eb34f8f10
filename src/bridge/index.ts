/** The bridge to Python. Everything above imports from here and knows no sockets, processes or messages. */
export { createLauncher, type LaunchConfig } from './launch.js'
export { defaultLimits, type Limits } from './limits.js'
export { type LogClient, startLogClient } from './log-client.js'
export { killRemainingWorkers } from './process.js'
export { answerOf, startApart } from './program.js'
export { runTool, type ToolConfig, type ToolInput } from './tool.js'
export { type WarmStart, warmStart, warmStartAt } from './warm.js'
export * from './worker.js'
