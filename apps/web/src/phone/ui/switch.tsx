type SwitchProps = { readonly label: string; readonly note?: string; readonly on: boolean; readonly onTurn: (on: boolean) => void };

/** Yes or no, as wide as the screen. */
export function Switch({ label, note, on, onTurn }: SwitchProps) {
  return (
    <button type="button" className="switch" role="switch" aria-checked={on} onClick={() => onTurn(!on)}>
      <span>
        <span className="switch__label">{label}</span>
        {note !== undefined && <span className="switch__note">{note}</span>}
      </span>
      <span className="switch__knob" aria-hidden="true" />
    </button>
  );
}
