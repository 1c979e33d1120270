/** The server's only source of time, so that an hour can pass in an instant. Milliseconds since the epoch. */
export interface Clock {
  now(): number;
  advance(seconds: number): void;
}

/** Real time plus whatever it was advanced by. */
export const createClock = (): Clock => {
  let offset = 0;
  return {
    now: () => Date.now() + offset,
    advance: (seconds) => {
      offset += Math.round(seconds * 1000);
    },
  };
};
