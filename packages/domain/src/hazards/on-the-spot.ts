/**
 * 消防安全管理规定 (Order 61) art. 31: what whoever is responsible must have corrected at once, on the spot. Item 8 is
 * "other acts that may be corrected on the spot".
 */
export const onTheSpotItems = ['O61-31-1', 'O61-31-2', 'O61-31-3', 'O61-31-4', 'O61-31-5', 'O61-31-6', 'O61-31-7', 'O61-31-8'] as const;
export type OnTheSpotItem = (typeof onTheSpotItems)[number];
