/** One bound DEALER socket: a queue of sends and a loop of receives, because a socket allows one of each at a time. */
import { context, Dealer } from 'zeromq'

// A context that waits for unsent messages would keep a finished program from exiting.
context.blocky = false

export interface ChannelEvents {
  readonly onFrame: (frame: Uint8Array) => void
  /** Called at most once, when the socket fails or `onFrame` throws; never after `close`. */
  readonly onError: (error: unknown) => void
}

export class Channel {
  readonly #socket = new Dealer({ linger: 0 })
  #sends: Promise<void> = Promise.resolve()
  #state: 'open' | 'failed' | 'closed' = 'open'
  #events: ChannelEvents | undefined

  static async bind(path: string): Promise<Channel> {
    const channel = new Channel()
    await channel.#socket.bind(`ipc://${path}`)
    return channel
  }

  /** Starts receiving. */
  listen(events: ChannelEvents): void {
    this.#events = events
    this.#receive(events).catch((error: unknown) => this.#fail(error))
  }

  /** Frames leave in the order of the calls; a failure to send reaches `onError`. */
  send(frame: Uint8Array): void {
    this.#sends = this.#sends
      .then(() => (this.#state === 'open' ? this.#socket.send(frame) : undefined))
      .catch((error: unknown) => this.#fail(error))
  }

  close(): void {
    if (this.#state === 'closed') return
    this.#state = 'closed'
    this.#socket.close()
  }

  async #receive(events: ChannelEvents): Promise<void> {
    for await (const frames of this.#socket) {
      if (this.#state !== 'open') return
      const [frame] = frames
      if (frame === undefined || frames.length !== 1) {
        throw new Error(`a message of ${frames.length} frames came where one frame was expected`)
      }
      events.onFrame(frame)
    }
  }

  #fail(error: unknown): void {
    if (this.#state !== 'open') return
    this.#state = 'failed'
    this.#events?.onError(error)
  }
}
