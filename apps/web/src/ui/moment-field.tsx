import { Input } from 'antd';

import { instantText } from './dates.ts';

type MomentFieldProps = {
  readonly id?: string;
  /** An instant with its offset; a form hands it in and takes it back. */
  readonly value?: string | null;
  readonly onChange?: (instant: string | null) => void;
};

/** A minute of Shanghai's day, chosen or typed. */
export function MomentField({ id, value = null, onChange }: MomentFieldProps) {
  return (
    <Input
      {...(id === undefined ? {} : { id })}
      type="datetime-local"
      value={value === null || value === '' ? '' : instantText(value).replace(' ', 'T')}
      onChange={({ target }) => onChange?.(target.value === '' ? null : `${target.value}:00+08:00`)}
    />
  );
}
