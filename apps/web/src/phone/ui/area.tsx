import { useId } from 'react';

type AreaProps = { readonly label: string; readonly value: string; readonly onChange: (value: string) => void; readonly rows?: number };

/** Words of more than a line; the keyboard of the phone types or listens. */
export function Area({ label, value, onChange, rows = 2 }: AreaProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea id={id} rows={rows} maxLength={2000} value={value} onChange={(event) => onChange(event.target.value)} />
    </div>
  );
}
