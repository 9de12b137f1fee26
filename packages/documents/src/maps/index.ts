export type { MapPaper } from './map-paper.ts';
export type { DrawnMap, MapColours } from './risk-map.ts';
export { riskMapPaper } from './risk-map.ts';
