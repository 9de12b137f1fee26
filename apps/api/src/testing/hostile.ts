import type { Asked } from './example.ts';

/** What no form sends and somebody will: nothing, the wrong kind, too much, look-alikes, things that are code elsewhere. */
const values: readonly unknown[] = [
  null,
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202e\u200b１２３',
  'x'.repeat(20_000),
  "'; drop table units; --",
  '../../../etc/passwd',
  '%00%2e%2e',
  '{{constructor}}',
  '2026-02-30',
  '9999-12-31T23:59:59.999999999+99:99',
  -1,
  0.5,
  2 ** 53 + 2,
  1e308,
  true,
  [],
  {},
  [[[[[]]]]],
  { $ne: null },
];
const words = values.filter((value): value is string => typeof value === 'string');

/** Names that a record has and a request must never set. */
const smuggled = { createdBy: 'me', unitPos: 1, role: 'hqSafety', isDemo: true, sealedAt: '2026-01-01', finalScore: 100 };

/** Every request that differs from `asked` in one value: of the body, of the query, of the address. */
export function spoilt(asked: Asked): Asked[] {
  const { body, query = {}, params = {} } = asked;
  return [
    ...(body === undefined ? [] : spoiltBodies(body).map((worse) => ({ ...asked, body: worse }))),
    ...Object.keys(query).flatMap((name) => words.map((value) => ({ ...asked, query: { ...query, [name]: value } }))),
    ...Object.keys(params).flatMap((name) =>
      words
        .filter((value) => value.trim() !== '' && value.isWellFormed())
        .map((value) => ({ ...asked, params: { ...params, [name]: value } })),
    ),
  ];
}

/** Requests that carry one thing too many, in the body or in a query that is read; each must be refused as invalid. */
export function smuggling(asked: Asked): Asked[] {
  const { body, query } = asked;
  const inBody =
    body === undefined
      ? []
      : Object.entries(smuggled)
          .filter(([name]) => !(name in body))
          .map(([name, value]) => ({ ...asked, body: { ...body, [name]: value } }));
  return query === undefined ? inBody : [...inBody, { ...asked, query: { ...query, smuggled: '1' } }];
}

function spoiltBodies(body: object): object[] {
  return Object.entries(body).flatMap(([name, value]) => [
    ...values.map((worse) => ({ ...body, [name]: worse })),
    ...(isNested(value)
      ? spoiltBodies(value).map((inner) => ({ ...body, [name]: Array.isArray(value) ? Object.values(inner) : inner }))
      : []),
  ]);
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}
