/**
 * How the pages are cut into files. Left to itself the bundler makes a file of every set of modules that the same pages share, and a page
 * asks for a hundred of them. Here whatever a page cannot do without is one file, what follows is cut by how many pages ask for it, and
 * what few share goes with its context. A module is asked for by whoever asks for those above it, so that no two files need each other.
 */

const library = /[\\/]node_modules[\\/]/;
const words = /[\\/]phrases[\\/]src[\\/]/;
/** The service worker stands alone. */
const worker = /[\\/]worker[\\/]service-worker\.ts$/;

/** The page of somebody who comes in, what stands around every page, and the page that he sees first: each with all it needs. */
const signIn = /[\\/]access[\\/]pages[\\/]sign-in-page\.tsx$/;
const shell = /[\\/]app[\\/]shell\.tsx$/;
/** Home fetches one of its lists, the misses, when it is shown. */
const home = /[\\/](?:app[\\/]home[\\/]home-page\.tsx|contract[\\/]src[\\/]inspections[\\/]occurrences\.ts)$/;
/** The first screen of the phone, with what contexts put on it. */
const phoneHome = /[\\/](?:report-home-screen|owed-links)\.tsx$/;

/** The context in whose room a module stands: its pages, its routes, its trade. */
function roomOf(id) {
  return /[\\/](?:contexts|contract[\\/]src|domain[\\/]src)[\\/]([a-z-]+)/.exec(id)?.[1] ?? null;
}

/** On the phone the sentences of a context, in both languages, belong to its room. */
function phoneRoomOf(id) {
  return `m-${roomOf(id) ?? /[\\/]phrases[\\/]src[\\/][\w-]+[\\/]([a-z]+)/.exec(id)?.[1] ?? 'kit'}`;
}

/** The first that takes a module has it; `minShareCount` is of about ninety pages. Words stay with words: all of them wait for those of a language. */
export const deskChunks = {
  groups: ranked([
    { name: 'libraries', tags: ['$initial'], test: library },
    { name: 'desk', tags: ['$initial'] },
    { name: 'door', test: signIn },
    { name: 'frame', test: shell },
    { name: 'home', test: home },
    { name: 'common', minShareCount: 67 },
    { name: 'lists', minShareCount: 50 },
    { name: 'forms', minShareCount: 30 },
    { name: 'words', minShareCount: 2, test: words },
    { name: 'often', minShareCount: 10 },
    { name: 'seldom', minShareCount: 5, test: (id) => roomOf(id) === null },
    { name: roomOf, debugName: 'rooms', minShareCount: 2 },
  ]),
};

/** Fewer and smaller: of about forty screens. */
export const phoneChunks = {
  groups: ranked([
    { name: 'phone', tags: ['$initial'], test: (id) => !worker.test(id) },
    { name: 'first', test: phoneHome },
    { name: 'common', minShareCount: 8 },
    { name: phoneRoomOf, debugName: 'rooms', minShareCount: 2 },
  ]),
};

function ranked(groups) {
  return groups.map((group, at) => ({ ...group, priority: groups.length - at }));
}
