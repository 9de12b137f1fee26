/** 由后台生成: as many rows as one workbook may hold, days for which it is kept, and how many one person may have in the making. */
export const mostOrdered = 500_000;
export const documentDays = 7;
export const mostInMaking = 3;

export const documentStates = ['waiting', 'ready', 'failed'] as const;
export type DocumentState = (typeof documentStates)[number];

/** The contexts whose lists are made in the background. */
export const orderingContexts = ['actions', 'hazards', 'incidents', 'inspections'] as const;
export type OrderingContext = (typeof orderingContexts)[number];
