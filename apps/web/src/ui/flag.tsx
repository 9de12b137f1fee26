import { Checkbox } from 'antd';

type FlagProps = {
  readonly id?: string;
  readonly value?: boolean;
  readonly onChange?: (on: boolean | undefined) => void;
  readonly label: string;
};

/** A condition of a query bar that is on or not asked for. */
export function Flag({ id, value = false, onChange, label }: FlagProps) {
  return (
    <Checkbox
      {...(id === undefined ? {} : { id })}
      checked={value}
      onChange={(event) => onChange?.(event.target.checked ? true : undefined)}
    >
      {label}
    </Checkbox>
  );
}
