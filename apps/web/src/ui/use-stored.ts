import { useState } from 'react';

/** A preference kept on this device under `cm.<name>`; never data of the trade. */
export function useStored<Value>(name: string, initial: Value): readonly [Value, (value: Value) => void] {
  const [value, setValue] = useState<Value>(() => (readStored(name) as Value | null) ?? initial);
  const store = (next: Value) => {
    localStorage.setItem(`cm.${name}`, JSON.stringify(next));
    setValue(next);
  };
  return [value, store];
}

function readStored(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(`cm.${name}`) ?? 'null');
  } catch {
    return null;
  }
}
