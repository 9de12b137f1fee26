import type { RiskMap } from '../queries.ts';
import { type ColourMode, levelOf } from './colour-of.ts';
import { PinMark, placeStyle, usePinWords } from './map-pin.tsx';
import './map.css';

type PlanCanvasProps = {
  readonly map: RiskMap;
  readonly mode: ColourMode;
  readonly picture: string;
  readonly onOpen: (code: string) => void;
};

/** The plan with its points; a press on one opens its card. */
export function PlanCanvas({ map, mode, picture, onOpen }: PlanCanvasProps) {
  const words = usePinWords();
  return (
    <div className="plan-canvas">
      <img src={picture} alt={map.plan.name} />
      {map.points.map((point) => {
        const level = levelOf(point, mode);
        return (
          <button
            key={point.pointId}
            type="button"
            className="map-point"
            style={placeStyle(point)}
            aria-label={words(point, level)}
            onClick={() => onOpen(point.code)}
          >
            <PinMark point={point} level={level} />
          </button>
        );
      })}
    </div>
  );
}
