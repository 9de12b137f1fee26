import type { ReactNode } from 'react';

export type Chip<Value extends string> = { readonly value: Value; readonly label: string; readonly icon?: ReactNode };

type ChipsProps<Value extends string> = {
  readonly label: string;
  readonly chips: readonly Chip<Value>[];
  readonly chosen: Value | null;
  readonly onChoose: (value: Value) => void;
};

/** One of a few, large enough to hit with a glove. */
export function Chips<Value extends string>({ label, chips, chosen, onChoose }: ChipsProps<Value>) {
  return (
    <fieldset className="chips">
      <legend>{label}</legend>
      <div className="chips__all">
        {chips.map((chip) => (
          <button
            key={chip.value}
            type="button"
            className="chips__chip"
            aria-pressed={chip.value === chosen}
            onClick={() => onChoose(chip.value)}
          >
            {chip.icon}
            <span>{chip.label}</span>
          </button>
        ))}
      </div>
    </fieldset>
  );
}
