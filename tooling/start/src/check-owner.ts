import { asOwner } from './as-owner.ts';
import { sentences } from './sentences.ts';
import { StartFault } from './start-fault.ts';

export type ServerRight = 'createInDatabase' | 'createInPublic' | 'createRole' | 'grantRuntime';

type OwnerFacts = Readonly<Record<'createRole' | 'createInDatabase' | 'createInPublic', boolean>> & {
  readonly login: string;
  readonly database: string;
  readonly version: number;
  readonly release: string;
  readonly encoding: string;
  /** Settings of durability that are off. */
  readonly unsafe: string | null;
};

/**
 * Checks, before anything is written, that the owner's login can carry the house. A server that may lose what it acknowledged is
 * refused in production and named elsewhere.
 * @throws StartFault naming the version, the encoding, the settings or each missing right
 */
export async function checkOwner(ownerUrl: string, production: boolean): Promise<void> {
  const facts = await asOwner(ownerUrl, async (client) => (await client.query<OwnerFacts>(ownerFacts)).rows[0]);
  if (facts === undefined) return;
  if (facts.version < 150_000) throw new StartFault(sentences.databaseTooOld(facts.release));
  if (facts.encoding !== 'UTF8') throw new StartFault(sentences.databaseNotUtf8(facts.encoding));
  const missing = (['createRole', 'createInDatabase', 'createInPublic'] as const).filter((right) => !facts[right]);
  if (missing.length > 0) throw new StartFault(sentences.rightsMissing(facts.login, facts.database, missing));
  if (facts.unsafe === null) return;
  if (production) throw new StartFault(sentences.databaseUnsafe(facts.unsafe));
  process.stderr.write(`${sentences.databaseUnsafe(facts.unsafe)}\n`);
}

const ownerFacts = `select current_user as login, current_database() as database, current_setting('server_version_num')::int as version,
  current_setting('server_version') as release, current_setting('server_encoding') as encoding,
  rolcreaterole or rolsuper as "createRole",
  has_database_privilege(current_database(), 'create') as "createInDatabase",
  has_schema_privilege('public', 'create') as "createInPublic",
  (select string_agg(name, ', ' order by name) from pg_settings
    where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off') as unsafe
  from pg_roles where rolname = current_user`;
