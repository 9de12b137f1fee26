import { CloseOutlined } from '@ant-design/icons';
import { movedPlace, placeIn, type PlanPlace, placeUnits } from '@changming/domain/points';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { sentenceOf } from '../../../ui/sentence-of.ts';
import { PointPicker } from '../../points/components/point-picker.tsx';
import { pictureAddress, type Placing, placePoint, removePlace } from '../../points/sheet-queries.ts';
import { mapQuery, type RiskMap, useRiskAct } from '../queries.ts';
import { type ColourMode, levelOf, type MappedPoint } from './colour-of.ts';
import { PinMark, placeStyle, usePinWords } from './map-pin.tsx';
import './map.css';

type MapEditorProps = { readonly map: RiskMap; readonly mode: ColourMode };

/** The plan while points are put on it, dragged, or moved by the arrow keys. */
export function MapEditor({ map, mode }: MapEditorProps) {
  const { t } = useTranslation('risks');
  const { message } = App.useApp();
  const box = useRef<HTMLDivElement>(null);
  const { save, remove } = usePlacing(map);
  const put = (pointId: string | null) => {
    if (pointId === null) return;
    save({ sheetId: map.plan.id, pointId, x: placeUnits / 2, y: placeUnits / 2 }, () => void message.success(t('desk.maps.placed')));
  };
  return (
    <div>
      <div className="map-editor__bar">
        <span className="map-editor__hint">{t('desk.maps.editing')}</span>
        <label className="map-editor__add">
          {t('desk.maps.add')}
          <PointPicker unitId={map.plan.unitId} value={null} onChange={put} />
        </label>
      </div>
      <div className="plan-canvas plan-canvas--editing" ref={box}>
        <img src={pictureAddress(map.plan.evidenceId ?? '')} alt={map.plan.name} draggable={false} />
        {map.points.map((point) => (
          <Draggable
            key={`${point.pointId}:${point.x}:${point.y}`}
            point={point}
            mode={mode}
            boxOf={() => box.current?.getBoundingClientRect() ?? null}
            onMove={({ x, y }) => save({ sheetId: map.plan.id, pointId: point.pointId, x, y })}
            onRemove={() => remove(point)}
          />
        ))}
      </div>
    </div>
  );
}

/** Shows the new place at once and takes it back when the API refuses. */
function usePlacing(map: RiskMap) {
  const { t } = useTranslation('risks');
  const { message } = App.useApp();
  const client = useQueryClient();
  const place = useRiskAct(placePoint);
  const take = useRiskAct(removePlace);
  const { queryKey } = mapQuery(map.plan.id);
  const failed = (error: unknown) => void message.error(sentenceOf(error));
  const save = (placing: Placing, onDone?: () => void) => {
    const points = map.points.map((point) => (point.pointId === placing.pointId ? { ...point, x: placing.x, y: placing.y } : point));
    client.setQueryData(queryKey, { ...map, points });
    place.mutate(placing, { onError: failed, ...(onDone === undefined ? {} : { onSuccess: onDone }) });
  };
  const remove = ({ pointId, name }: MappedPoint) =>
    take.mutate(
      { sheetId: map.plan.id, pointId },
      { onError: failed, onSuccess: () => void message.success(t('desk.maps.removed', { name })) },
    );
  return { save, remove };
}

type DraggableProps = {
  readonly point: MappedPoint;
  readonly mode: ColourMode;
  readonly boxOf: () => DOMRect | null;
  readonly onMove: (place: PlanPlace) => void;
  readonly onRemove: () => void;
};

const arrows: Readonly<Record<string, PlanPlace>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
/** Ten-thousandths a press of an arrow key moves; with Shift five times as far. */
const stride = 50;

/** How a point is moved: held by a pointer, or pushed by the arrow keys; it is told where it came to rest. */
function useMoving({ point, boxOf, onMove, onRemove }: Omit<DraggableProps, 'mode'>) {
  const [place, setPlace] = useState<PlanPlace>({ x: point.x, y: point.y });
  const [held, setHeld] = useState(false);
  const at = (event: React.PointerEvent): PlanPlace => {
    const box = boxOf();
    return box === null ? place : placeIn(box, { x: event.clientX, y: event.clientY });
  };
  const rest = (moved: PlanPlace) => {
    if (moved.x !== point.x || moved.y !== point.y) onMove(moved);
  };
  const handlers = {
    onPointerDown: (event: React.PointerEvent<HTMLButtonElement>) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      setHeld(true);
    },
    onPointerMove: (event: React.PointerEvent) => held && setPlace(at(event)),
    onPointerUp: (event: React.PointerEvent) => {
      if (held) rest(at(event));
      setHeld(false);
    },
    onKeyDown: (event: React.KeyboardEvent) => {
      if (event.key === 'Delete') onRemove();
      const arrow = arrows[event.key];
      if (arrow === undefined) return;
      event.preventDefault();
      const by = stride * (event.shiftKey ? 5 : 1);
      setPlace((now) => movedPlace(now, { x: arrow.x * by, y: arrow.y * by }));
    },
    onKeyUp: (event: React.KeyboardEvent) => event.key in arrows && rest(place),
  };
  return { place, held, handlers };
}

function Draggable({ mode, ...moving }: DraggableProps) {
  const { point, onRemove } = moving;
  const { t } = useTranslation('risks');
  const words = usePinWords();
  const level = levelOf(point, mode);
  const { place, held, handlers } = useMoving(moving);
  return (
    <span className={held ? 'map-point map-point--held' : 'map-point map-point--loose'} style={placeStyle(place)}>
      <button type="button" className="map-point__grip" aria-label={words(point, level)} {...handlers}>
        <PinMark point={point} level={level} />
      </button>
      <Button
        size="small"
        type="text"
        className="map-point__remove"
        icon={<CloseOutlined />}
        aria-label={`${t('desk.maps.remove')} ${point.name}`}
        onClick={onRemove}
      />
    </span>
  );
}
