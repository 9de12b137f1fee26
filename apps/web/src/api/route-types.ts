import type { z } from 'zod';

/** What `call` reads of a route of the contract. */
export type CallableRoute = {
  readonly method: string;
  readonly path: string;
  readonly request?: {
    readonly params?: z.ZodType;
    readonly query?: z.ZodType;
    readonly headers?: z.ZodType;
    readonly body?: { readonly content: object };
  };
  readonly responses: object;
};

type Json<Holder> = Holder extends { content: { 'application/json': { schema: infer Schema extends z.ZodType } } } ? Schema : never;

type Part<Name extends string, Schema> = [Schema] extends [never]
  ? { readonly [key in Name]?: never }
  : Schema extends z.ZodType
    ? undefined extends z.input<Schema>
      ? { readonly [key in Name]?: z.input<Schema> }
      : Partial<z.input<Schema>> extends z.input<Schema>
        ? { readonly [key in Name]?: z.input<Schema> }
        : { readonly [key in Name]: z.input<Schema> }
    : never;

type Of<Request, Key extends string> = Request extends { [key in Key]: infer Schema } ? Schema : never;

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
  Success<Route['responses']> extends infer Schema
    ? [Schema] extends [never]
      ? null
      : Schema extends z.ZodType
        ? z.output<Schema>
        : null
    : never;

type Success<Responses> = {
  [Status in keyof Responses]: Status extends 200 | 201 | 202 ? Json<Responses[Status]> : never;
}[keyof Responses];

/** What is sent as the body of a route that needs one. */
export type BodyOf<Route extends CallableRoute> = CallArguments<Route> extends { readonly body: infer Sent } ? Sent : never;
