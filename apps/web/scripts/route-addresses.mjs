import { pathToFileURL } from 'node:url';

const contract = /[\\/]packages[\\/]contract[\\/]src[\\/].*\.ts$/;

/**
 * To the pages a route of the contract is an address: what it takes and answers are types there, and types cost nothing. So of each route
 * only method, path and permission are built in, and the shapes that nobody reads stay out, with the schemas that make them. In development
 * it is the same, so that what is missing is missed at once; a route that changes is seen there after a restart.
 */
export function routeAddresses() {
  return { name: 'route-addresses', enforce: 'pre', load };
}

async function load(id) {
  if (!contract.test(id)) return null;
  const lines = [];
  for (const [name, value] of Object.entries(await import(pathToFileURL(id).href))) {
    const isRoute = typeof value?.path === 'string' && typeof value.method === 'string' && 'responses' in value;
    lines.push(isRoute ? `export const ${name} = ${addressOf(value)};` : `export { ${name} } from ${JSON.stringify(`${id}?whole`)};`);
  }
  return { code: lines.join('\n'), moduleType: 'js', moduleSideEffects: false };
}

function addressOf({ method, path, access }) {
  return JSON.stringify({ method, path, access });
}
