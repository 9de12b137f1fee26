type Tab<Value extends string> = { readonly value: Value; readonly label: string };
type TabsProps<Value extends string> = {
  readonly tabs: readonly Tab<Value>[];
  readonly open: Value;
  readonly onOpen: (value: Value) => void;
};

/** Lists of one kind beside each other. */
export function Tabs<Value extends string>({ tabs, open, onOpen }: TabsProps<Value>) {
  return (
    <div className="segments" role="tablist">
      {tabs.map(({ value, label }) => (
        <button key={value} type="button" role="tab" aria-selected={value === open} onClick={() => onOpen(value)}>
          {label}
        </button>
      ))}
    </div>
  );
}
