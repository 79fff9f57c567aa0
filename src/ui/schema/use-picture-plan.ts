import { dequal } from 'dequal';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { locale } from '../../i18n/formats';
import type { Position } from '../../shared/graph/model';
import { useEditorState } from '../../store/editor-context';
import type { SchemaFacts } from './facts-feed';
import { type PicturePlan, planPicture, toArrange } from './picture-plan';
import type { SchemaPorts, ToArrange } from './schema-ports';

/** What is arranged as it was keeps being the same object. */
function useSame(what: ToArrange): ToArrange {
  const last = useRef(what);
  if (!dequal(last.current, what)) last.current = what;
  return last.current;
}

/**
 * The places of the cards, arranged anew when something is joined otherwise; the last ones until then.
 * @param ready it is known what is joined
 */
function usePlaces(arrange: SchemaPorts['arrange'], what: ToArrange, ready: boolean) {
  const [places, setPlaces] = useState<ReadonlyMap<string, Position>>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!ready) return;
    const stop = new AbortController();
    arrange(what, stop.signal).then(
      (arranged) => {
        if (stop.signal.aborted) return;
        setPlaces(arranged);
        setFailed(false);
      },
      (error: unknown) => {
        if (stop.signal.aborted) return;
        console.error(error);
        setFailed(true);
      },
    );
    return () => stop.abort();
  }, [arrange, what, ready]);
  return { places, failed };
}

/** What the picture shows; undefined until it is arranged. */
export function usePicturePlan(
  arrange: SchemaPorts['arrange'],
  { types: facts, failed: uncounted }: SchemaFacts,
): { readonly plan: PicturePlan | undefined; readonly failed: boolean } {
  const labels = useEditorState((state) => state.labels);
  const edgeTypes = useEditorState((state) => state.edgeTypes);
  const { language } = useTranslation().i18n;
  const what = useSame(useMemo(() => toArrange({ labels, edgeTypes }, facts), [labels, edgeTypes, facts]));
  const { places, failed } = usePlaces(arrange, what, facts.size > 0 || uncounted);
  // biome-ignore lint/correctness/useExhaustiveDependencies: numbers are written by the language
  const number = useMemo(() => new Intl.NumberFormat(locale()).format, [language]);
  const plan = useMemo(
    () => places && planPicture({ labels, edgeTypes }, facts, places, number),
    [labels, edgeTypes, facts, places, number],
  );
  return { plan, failed };
}
