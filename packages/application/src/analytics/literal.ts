import { type RawBuilder, sql } from 'kysely';

/** Values stand in the statement itself, quoted: COPY takes no parameters. All of them have been read against the catalogue. */
export function literal(value: string): RawBuilder<string> {
  return sql.lit(value);
}

/** The column of a governed view that bears this name: `foundOn` is `found_on`. */
export function viewColumn(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
