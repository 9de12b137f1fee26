import { IDBDatabase, IDBObjectStore, indexedDB } from 'fake-indexeddb';
import { vi } from 'vitest';

/** What the phone asks of a browser, as far as Node has none of it: a store, a shelf for settings, a page with a language. */
export function givenBrowser(): void {
  vi.stubGlobal('indexedDB', indexedDB);
  vi.stubGlobal('IDBDatabase', IDBDatabase);
  vi.stubGlobal('IDBObjectStore', IDBObjectStore);
  const shelf = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => shelf.get(name) ?? null,
    setItem: (name: string, value: string) => shelf.set(name, value),
    removeItem: (name: string) => shelf.delete(name),
  });
  vi.stubGlobal('document', { documentElement: { lang: 'zh-CN' } });
}
