/** A schema, told by what it takes and gives: a whole `ZodType` is long to compare with, for every route that is called. */
type Schema<Input = unknown, Output = unknown> = { readonly _zod: { readonly input: Input; readonly output: Output } };

/** What `call` reads of a route of the contract. */
export type CallableRoute = {
  readonly method: string;
  readonly path: string;
  readonly request?: {
    readonly params?: Schema;
    readonly query?: Schema;
    readonly headers?: Schema;
    readonly body?: { readonly content: object };
  };
  readonly responses: object;
};

type Json<Holder> = Holder extends { content: { 'application/json': { schema: infer Found } } } ? Found : never;

type Part<Name extends string, Asked> = [Asked] extends [never]
  ? { readonly [key in Name]?: never }
  : Asked extends Schema<infer Input>
    ? undefined extends Input
      ? { readonly [key in Name]?: Input }
      : Partial<Input> extends Input
        ? { readonly [key in Name]?: Input }
        : { readonly [key in Name]: Input }
    : never;

type Of<Request, Key extends string> = Request extends { [key in Key]: infer Found } ? Found : never;

/** `params`, `query`, `headers` and `body` as the contract of this route asks for them, and what HTTP itself needs. */
export type CallArguments<Route extends CallableRoute> = Part<'params', Of<Route['request'], 'params'>> &
  Part<'query', Of<Route['request'], 'query'>> &
  Part<'headers', Of<Route['request'], 'headers'>> &
  Part<'body', Json<Of<Route['request'], 'body'>>> & {
    /** The version that the change was decided on: the `etag` of `callTagged`. */
    readonly ifMatch?: string;
    /** One per thing created, kept over retries, so that a second send creates nothing (`newId()`). */
    readonly idempotencyKey?: string;
    readonly signal?: AbortSignal;
  };

/** The JSON of the success answer; `null` where the contract declares none. */
export type Answer<Route extends CallableRoute> =
  Success<Route['responses']> extends infer Answered
    ? [Answered] extends [never]
      ? null
      : Answered extends Schema<unknown, infer Output>
        ? Output
        : null
    : never;

type Success<Responses> = {
  [Status in keyof Responses]: Status extends 200 | 201 | 202 ? Json<Responses[Status]> : never;
}[keyof Responses];

/** What is sent as the body of a route that needs one. */
export type BodyOf<Route extends CallableRoute> = CallArguments<Route> extends { readonly body: infer Sent } ? Sent : never;
