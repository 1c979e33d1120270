/** What happened so far and what is still to come, for any number of followers, each from the beginning. */
export interface EventLog<T> extends AsyncIterable<T> {
  push(event: T): void;
  /** Nothing more will come; followers end, or throw the error once they have seen everything. */
  end(error?: Error): void;
}

export function createEventLog<T>(): EventLog<T> {
  const events: T[] = [];
  let over: { readonly error: Error | undefined } | undefined;
  let news = signalled();
  const tell = () => {
    news.fire();
    news = signalled();
  };
  return {
    push(event) {
      events.push(event);
      tell();
    },
    end(error) {
      over = { error };
      tell();
    },
    async *[Symbol.asyncIterator]() {
      for (let next = 0; ;) {
        const event = events[next];
        if (event !== undefined) {
          next += 1;
          yield event;
        } else if (over === undefined) await news.fired;
        else if (over.error === undefined) return;
        else throw over.error;
      }
    },
  };
}

function signalled(): { readonly fired: Promise<void>; fire(): void } {
  let fire: () => void = () => undefined;
  const fired = new Promise<void>((resolve) => {
    fire = resolve;
  });
  return { fired, fire };
}
