type TickChipsProps = {
  readonly label: string;
  /** What is on the chips is what is said. */
  readonly chips: readonly string[];
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
};

/** Any number of a few. */
export function TickChips({ label, chips, chosen, onChoose }: TickChipsProps) {
  const turn = (chip: string) => onChoose(chosen.includes(chip) ? chosen.filter((each) => each !== chip) : [...chosen, chip]);
  return (
    <fieldset className="chips">
      <legend>{label}</legend>
      <div className="chips__all">
        {chips.map((chip) => (
          <button
            key={chip}
            type="button"
            className="chips__chip chips__chip--low"
            aria-pressed={chosen.includes(chip)}
            onClick={() => turn(chip)}
          >
            {chip}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
