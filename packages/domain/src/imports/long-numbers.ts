/** Digits in a row, with blanks and hyphens between them as people write them; an identity number may end in X. */
function numbersFrom(digits: number): RegExp {
  return new RegExp(`\\d(?:[\\s-]?[\\dX]){${digits - 1},}`, 'giu');
}

/** As long as a number that people have in a file; days are as long. */
const long = numbersFrom(7);
/** As long as a phone or an identity number. */
const personal = numbersFrom(11);

/** Whether a text holds a number as long as a phone's or an identity's. */
export function holdsPersonalNumber(text: string): boolean {
  return text.search(personal) >= 0;
}

/** The text with its long numbers masked but for the last `shown` digits. */
export function withoutLongNumbers(text: string, shown: number): string {
  return text.replace(long, (number) => masked(number, shown));
}

/** The same of numbers as long as a phone's or an identity's; `stays` says which of them are something else. */
export function withoutPersonalNumbers(text: string, shown: number, stays: (number: string) => boolean): string {
  return text.replace(personal, (number) => (stays(number) ? number : masked(number, shown)));
}

function masked(number: string, shown: number): string {
  return number.slice(0, -shown).replace(/[\dX]/giu, '*') + number.slice(-shown);
}
