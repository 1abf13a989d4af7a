import { useState } from 'preact/hooks';

/** A value that the page shows. Setting it to another value renders what shows it. */
export interface Signal<Value> {
  value: Value;
}

const listeners: (() => void)[] = [];

/** Calls a function now, and at once after each change of a signal that is not of one component. */
export function onChange(listener: () => void): void {
  listeners.push(listener);
  listener();
}

/** A signal that everything on the page may show. Do not set it in an effect: the page is rendered before it returns. */
export function signal<Value>(initial: Value): Signal<Value> {
  return createSignal(initial, () => {
    for (const listener of listeners) listener();
  });
}

/** A signal of one component, which is rendered again soon after a change. */
export function useSignal<Value>(initial: Value): Signal<Value> {
  const [, render] = useState({});
  const [created] = useState(() => createSignal(initial, () => render({})));
  return created;
}

function createSignal<Value>(initial: Value, changed: () => void): Signal<Value> {
  let current = initial;
  return {
    get value() {
      return current;
    },
    set value(next) {
      if (next === current) return;
      current = next;
      changed();
    },
  };
}
