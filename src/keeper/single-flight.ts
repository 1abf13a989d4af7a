/** Work that many ask for at once and that is done once. */
export function createSingleFlight<Value>() {
  let flight: Promise<Value> | undefined;
  return {
    isUnderWay: (): boolean => flight !== undefined,
    /** The flight that is under way, else a new one. */
    join(begin: () => Promise<Value>): Promise<Value> {
      if (flight) return flight;
      const begun = begin().finally(() => {
        if (flight === begun) flight = undefined;
      });
      // Everybody who asked may have gone by the time it fails.
      begun.catch(() => {});
      flight = begun;
      return begun;
    },
    /** Resolves once nothing is under way, however it ended. */
    async settled(): Promise<void> {
      for (let last = flight; last; last = flight) await last.catch(() => {});
    },
  };
}
