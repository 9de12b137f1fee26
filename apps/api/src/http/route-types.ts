import type { Access } from '@changming/contract/route';
import type { Context } from 'hono';

import type { ApiEnv } from './env.ts';

/** What the API reads of a route of the contract. That its schemas are schemas, the contract has checked where it was declared. */
export type ServableRoute = {
  readonly method: string;
  readonly path: string;
  readonly access: Access;
  readonly request?: object;
  readonly responses: object;
};

/** What a handler is given: `c.req.valid` has what the route asks for, `c.json` takes what it answers under that status. */
export type RouteContext<Route extends ServableRoute> = { readonly json: AnswerInJson<Route['responses']> } & Context<
  ApiEnv,
  string,
  { in: object; out: Asked<Route['request']> }
>;

/** A route that answers nothing but JSON is answered by its `c.json` alone; files and answers without a body are any other response. */
export type RouteAnswer<Route extends ServableRoute> = [NotJson<Route['responses']>] extends [never] ? Answered : Answered | Other;

type AnswerInJson<Responses> = <Code extends keyof Responses & number>(
  value: BodyUnder<Responses[Code]>,
  code: Code,
  headers?: Readonly<Record<string, string>>,
) => Answered;

/** Hono marks what its own `c.json` made: it is no answer to a route of the contract, whose `c.json` did not take the value. */
type Answered = Response & { readonly _format: 'answered' };
type Other = Response & { readonly _format?: 'body' | 'text' | 'redirect' };

type JsonType = 'application/json' | 'application/problem+json';
type BodyUnder<Answer> = Answer extends { readonly content: infer Content } ? ReadFrom<Content[keyof Content & JsonType]> : never;
type NotJson<Responses> = {
  [Code in keyof Responses]: Responses[Code] extends { readonly content: infer Content } ? Exclude<keyof Content, JsonType> : Code;
}[keyof Responses];

type PartNames = { readonly params: 'param'; readonly query: 'query'; readonly headers: 'header'; readonly cookies: 'cookie' };
type Asked<Request> = { [Part in keyof Request & keyof PartNames as PartNames[Part]]: Read<Request[Part]> } & (Request extends {
  readonly body: { readonly content: infer Content };
}
  ? AskedBody<Content>
  : unknown);
type AskedBody<Content> = Content extends { readonly 'application/json': infer Media }
  ? { json: ReadFrom<Media> }
  : Content extends { readonly 'application/x-www-form-urlencoded': infer Media }
    ? { form: ReadFrom<Media> }
    : unknown;

type ReadFrom<Media> = Media extends { readonly schema: infer Schema } ? Read<Schema> : never;
type Read<Schema> = Schema extends { readonly _zod: { readonly output: infer Output } } ? Output : never;
