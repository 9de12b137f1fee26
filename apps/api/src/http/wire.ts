/** How a value looks after JSON: instants become ISO strings, `undefined` goes. */
export type Wire<Value> = Value extends Date
  ? string
  : Value extends readonly (infer Item)[]
    ? Wire<Item>[]
    : Value extends object
      ? { [Key in keyof Value]: Wire<Value[Key]> }
      : Value;

/** Says to the types what `JSON.stringify` will do to the value anyway. */
export function wire<Value>(value: Value): Wire<Value> {
  return value as Wire<Value>;
}

/** What was parsed, as it was sent: instants as ISO strings again, for verbs that parse what they are given themselves. */
export function asSent<Value>(value: Value): Wire<Value> {
  return JSON.parse(JSON.stringify(value)) as Wire<Value>;
}
