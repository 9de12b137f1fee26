type Facts = Readonly<Record<string, string | number>>;

/**
 * What a notice says: `template` is the sentence of what it is about, with its `{facts}` filled in. A hazard that was reported with a
 * photo and no words has no title; it is called by its category.
 */
export function noticeSentence(template: string, facts: Facts, categories: Readonly<Record<string, string>>): string {
  const { title = '', category = '' } = facts;
  const named: Facts = { ...facts, title: title === '' ? (categories[category] ?? '') : title };
  return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(named[name] ?? '')).replace('“”', '');
}
