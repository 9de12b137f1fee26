export type Step = {
  readonly name: string;
  readonly held: boolean;
  /** Null for what is not timed. */
  readonly seconds: number | null;
  readonly note: string;
};

/** What a step found: how long the promised thing took, and what else is worth a word. */
export type Finding = { readonly seconds: number; readonly note?: string; readonly atMost?: number };

export type Notebook = {
  /** A step that fails leaves out the rest: they would only fail for the same reason. */
  readonly step: (name: string, act: () => Promise<Finding>) => Promise<void>;
  readonly steps: () => readonly Step[];
};

/** Takes down, step by step, what held; a figure over its bound does not hold, but the rest is still tried. */
export function openNotebook(tell: (step: Step) => void): Notebook {
  const steps: Step[] = [];
  const note = (step: Step) => {
    steps.push(step);
    tell(step);
  };
  return {
    steps: () => steps,
    step: async (name, act) => {
      if (steps.some(({ held, seconds }) => !held && seconds === null)) return;
      try {
        const { seconds, note: said = '', atMost } = await act();
        const held = atMost === undefined || seconds < atMost;
        note({ name, held, seconds, note: atMost === undefined ? said : `${said === '' ? '' : `${said}, `}at most ${atMost} s` });
      } catch (error) {
        note({ name, held: false, seconds: null, note: error instanceof Error ? error.message : String(error) });
      }
    },
  };
}

export async function timed(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await act();
  return (performance.now() - began) / 1000;
}

/** One line a step, for a terminal. */
export function lineOf({ name, held, seconds, note }: Step): string {
  const figure = seconds === null ? '' : `${seconds.toFixed(1)} s`;
  return `${held ? 'held ' : 'FAILED'.padEnd(5)} ${figure.padStart(8)}  ${name}${note === '' ? '' : ` (${note})`}`;
}
