/** The editor of the console: CodeMirror, in a shadow tree, where it can have styles that the page's policy lets pass. */
import {
  acceptCompletion,
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { EditorState, Prec } from '@codemirror/state';
import { drawSelection, EditorView, keymap, placeholder, tooltips } from '@codemirror/view';
import { type Offer, type Offers, offersAt } from '../../../console/complete';
import type { Place } from '../../../console/problem-place';
import type { SchemaSlice } from '../../../store/schema';
import { cypher } from './cypher-language';
import { editorTheme } from './editor-theme';
import { markPlace, placeMark } from './place-mark';

export interface QueryEditorPorts {
  readonly schema: () => Pick<SchemaSlice, 'labels' | 'edgeTypes'>;
  readonly onType: (text: string) => void;
  readonly onRun: () => void;
  readonly onLeave: () => void;
  /** An older query (1) or a newer one (-1) is wanted. @returns whether there is one */
  readonly onRecall: (by: 1 | -1) => boolean;
  /** What the editor is called, what stands in it while it is empty, and what kinds of offers are called. */
  readonly words: {
    readonly label: string;
    readonly empty: string;
    readonly kinds: Readonly<Record<Offer['kind'], string>>;
  };
}

export interface QueryEditor {
  /** Puts another text in it, if it is another. */
  setText(text: string): void;
  mark(place: Place | undefined): void;
  focus(): void;
  close(): void;
}

/** Names come before words of the language, and those that the query has itself before all. */
const BOOST: Readonly<Record<Offer['kind'], number>> = {
  variable: 3,
  property: 2,
  label: 2,
  edgeType: 2,
  keyword: 1,
  function: 0,
};

function toCompletion({ kind, name, text, detail }: Offer, kinds: QueryEditorPorts['words']['kinds']): Completion {
  return { label: text, displayLabel: name, detail: detail ?? kinds[kind], type: kind, boost: BOOST[kind] };
}

function toResult({ from, offers }: Offers, kinds: QueryEditorPorts['words']['kinds']): CompletionResult {
  return { from, options: offers.map((offer) => toCompletion(offer, kinds)), validFor: /^`?[\p{L}\p{N}_ ]*$/u };
}

/**
 * Typing over what is selected. Left to itself the browser keeps the look of what it replaces by a style attribute, which
 * the page's policy refuses, and complains.
 */
const typingOver = EditorView.domEventHandlers({
  beforeinput: (event, view) => {
    const { data, inputType } = event;
    const { main } = view.state.selection;
    if (inputType !== 'insertText' || data === null || main.empty || event.isComposing) return false;
    event.preventDefault();
    const insert = () => view.state.update(view.state.replaceSelection(data), { userEvent: 'input.type' });
    const isTaken = view.state
      .facet(EditorView.inputHandler)
      .some((handle) => handle(view, main.from, main.to, data, insert));
    if (!isTaken) view.dispatch(insert());
    return true;
  },
});

/** A key's action, after which no one else gets the key. */
function doing(action: () => unknown): () => true {
  return () => {
    action();
    return true;
  };
}

export function openQueryEditor(parent: HTMLElement, ports: QueryEditorPorts): QueryEditor {
  const root = parent.shadowRoot ?? parent.attachShadow({ mode: 'open' });
  const { words } = ports;
  const complete = (context: CompletionContext): CompletionResult | null => {
    const found = offersAt(context.state.doc.toString(), context.pos, ports.schema(), context.explicit);
    return found === undefined || found.offers.length === 0 ? null : toResult(found, words.kinds);
  };
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      extensions: [
        Prec.highest(
          keymap.of([
            { key: 'Mod-Enter', run: doing(ports.onRun) },
            { key: 'Alt-ArrowUp', run: doing(() => ports.onRecall(1)) },
            { key: 'Alt-ArrowDown', run: doing(() => ports.onRecall(-1)) },
          ]),
        ),
        keymap.of([
          ...completionKeymap,
          { key: 'Tab', run: acceptCompletion },
          ...closeBracketsKeymap,
          ...historyKeymap,
          ...defaultKeymap,
          { key: 'Escape', run: doing(ports.onLeave) },
        ]),
        history(),
        drawSelection(),
        bracketMatching(),
        closeBrackets(),
        autocompletion({ override: [complete], icons: false }),
        tooltips({ position: 'fixed' }),
        cypher,
        placeMark,
        editorTheme,
        typingOver,
        EditorView.lineWrapping,
        placeholder(words.empty),
        EditorView.contentAttributes.of({ 'aria-label': words.label, spellcheck: 'false', autocapitalize: 'off' }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) ports.onType(update.state.doc.toString());
        }),
      ],
    }),
  });
  return {
    setText: (text) => {
      if (text === view.state.doc.toString()) return;
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: text },
        selection: { anchor: text.length },
      });
    },
    mark: (place) => markPlace(view, place),
    focus: () => view.focus(),
    close: () => view.destroy(),
  };
}
