/** The picture of the schema, to be zoomed, moved about, and pressed where one wants to know more. */
import { Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import { type RefObject, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ArrowHead } from '../../kit/ArrowHead';
import { Button } from '../../kit/Button';
import { PictureCard } from './PictureCard';
import { headId, PictureLine } from './PictureLine';
import type { PicturePlan } from './picture-plan';
import styles from './SchemaPicture.module.css';
import { useZoom } from './use-zoom';

/** By how much a button zooms. */
const STEP = 1.4;

interface SchemaPictureProps {
  readonly plan: PicturePlan;
  /** The label or edge type that is looked at in the lists. */
  readonly marked: string | undefined;
  readonly onChoose: (name: string) => void;
  readonly picture: RefObject<SVGSVGElement | null>;
}

export function SchemaPicture({ plan, marked, onChoose, picture }: SchemaPictureProps) {
  const { t } = useTranslation('schemaPanel');
  const area = useRef<HTMLElement>(null);
  const { cards, lines, bounds } = plan;
  const { scale, zoomBy, fit, onPointerDown, onClickCapture } = useZoom(area, bounds);
  const { x, y, width, height } = bounds;
  const colors = new Set(lines.map(({ type }) => type.style.color));
  const size =
    scale === undefined ? { maxWidth: width, maxHeight: height } : { width: width * scale, height: height * scale };
  return (
    <div className={styles['picture']}>
      <section
        ref={area}
        className={styles['area']}
        aria-label={t('pictureArea')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys scroll it
        tabIndex={0}
        data-fits={scale === undefined}
        onPointerDown={onPointerDown}
        onClickCapture={onClickCapture}
      >
        <svg
          ref={picture}
          className={styles['drawing']}
          viewBox={`${x} ${y} ${width} ${height}`}
          style={size}
          role="img"
          aria-label={t('picture')}
        >
          <defs>
            {Array.from(colors, (color) => (
              <ArrowHead key={color ?? ''} id={headId(color)} fill={color ?? 'var(--edge)'} />
            ))}
          </defs>
          {lines.map((line) => (
            <PictureLine key={line.key} line={line} isMarked={line.type.name === marked} onChoose={onChoose} />
          ))}
          {cards.map((card) => (
            <PictureCard key={card.label.name} card={card} isMarked={card.label.name === marked} onChoose={onChoose} />
          ))}
        </svg>
      </section>
      <div className={styles['tools']}>
        <Button look="quiet" aria-label={t('zoomIn')} title={t('zoomIn')} onClick={() => zoomBy(STEP)}>
          <ZoomIn size={15} aria-hidden />
        </Button>
        <Button look="quiet" aria-label={t('zoomOut')} title={t('zoomOut')} onClick={() => zoomBy(1 / STEP)}>
          <ZoomOut size={15} aria-hidden />
        </Button>
        <Button look="quiet" aria-label={t('fit')} title={t('fit')} onClick={fit}>
          <Maximize size={15} aria-hidden />
        </Button>
      </div>
    </div>
  );
}
