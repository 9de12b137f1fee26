/** 政策文件、操作规程、宣教片、事故案例、其他资料. */
export const libraryKinds = ['policy', 'procedure', 'film', 'accidentCase', 'material'] as const;
export type LibraryKind = (typeof libraryKinds)[number];

type Content = {
  readonly title: string;
  readonly body: string;
  readonly link: string | null;
};

/** Whether somebody who read the one has to read the other again. Whom it is for and until when it holds is no content. */
export function isNewEdition(before: Content, after: Content): boolean {
  return before.title !== after.title || before.body !== after.body || before.link !== after.link;
}
