import { action, chart, font, height, ink, lamp, paper, radius, risk, size, space, text, tone } from './tokens.ts';

type Values = { readonly [name: string]: string | number | Values };

/** The tokens as the style sheet `tokens.css`; a number is a length in px. */
export function cssVariables(): string {
  const groups = { ink, lamp, paper, text, action, risk, tone, chart, font, size, space, radius, height };
  return `:root {\n${lines('-', groups).join('\n')}\n}\n`;
}

function lines(prefix: string, values: Values): string[] {
  return Object.entries(values).flatMap(([name, value]) =>
    typeof value === 'object'
      ? lines(`${prefix}-${name}`, value)
      : [`  ${prefix}-${name}: ${typeof value === 'number' ? `${value}px` : value};`],
  );
}
