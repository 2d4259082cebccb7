import { autocompletion, completionKeymap, startCompletion, type Completion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { lintGutter, lintKeymap, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { EditorState, StateEffect, StateField, type Extension } from '@codemirror/state';
import { Decoration, drawSelection, EditorView, highlightActiveLine, highlightSpecialChars, hoverTooltip, keymap, lineNumbers, type DecorationSet, type Tooltip } from '@codemirror/view';
import type { CompletionDocument, DiagnosticEntry, DraftDocument, HoverDocument } from '../documents';
import { difference } from './draft';
import { theme } from './theme';

/** What the editor asks of the page around it. */
export interface Around {
  changed: (path: string, text: string) => void;
  complete: (path: string, offset: number, signal: AbortSignal) => Promise<CompletionDocument>;
  hover: (path: string, offset: number) => Promise<HoverDocument>;
  format: () => void;
  fix: (fix: DiagnosticEntry['fixes'][number]) => void;
}

/** An editor for the files of a draft, one of which is shown; each keeps its own steps back. */
export interface DraftEditor {
  /** Shows a file. A text that was changed from outside replaces only what differs. */
  show: (path: string, text: string) => void;
  /** Colours and marks for the text as it was sent; passed over when it is another by now. */
  mark: (path: string, text: string, tokens: NonNullable<DraftDocument['tokens']>, diagnostics: readonly DiagnosticEntry[]) => void;
  select: (from: number, to: number) => void;
  destroy: () => void;
}

type Tokens = NonNullable<DraftDocument['tokens']>;
const coloured = StateEffect.define<Tokens>();

/** The colours stay where their words are while one types, until new ones come. */
const colours = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(shown, change) {
    for (const effect of change.effects) {
      if (effect.is(coloured)) {
        const length = change.newDoc.length;
        return Decoration.set(effect.value.filter(({ from, to }) => from < to && to <= length).map(token => classOf(token).range(token.from, token.to)));
      }
    }

    return shown.map(change.changes);
  },
  provide: field => EditorView.decorations.from(field),
});

const things = new Set(['kind', 'model', 'definition', 'item', 'attribute', 'value']);
const places = new Set(['region', 'site', 'theatre', 'country', 'variable']);
const parties = new Set(['party', 'group', 'view']);

function classOf({ class: name, sort }: Tokens[number]): Decoration {
  const group = sort === undefined ? '' : parties.has(sort) ? ' t-party' : places.has(sort) ? ' t-place' : things.has(sort) ? ' t-thing' : ' t-other';
  return Decoration.mark({ class: `t-${name}${group}` });
}

/** Puts an editor into an element. Its style sheets live in a shadow root of that element: the content policy allows sheets that are made by script there, and no style elements. */
export function mount(host: HTMLElement, around: Around): DraftEditor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const states = new Map<string, EditorState>();
  let path = '';
  let asked: AbortController | undefined;

  async function complete(context: CompletionContext): Promise<CompletionResult | null> {
    const before = context.matchBefore(/[\p{L}\p{Nd}/_-]+$/u);
    if (before === null && !context.explicit) {
      return null;
    }

    asked?.abort();
    asked = new AbortController();
    context.addEventListener('abort', () => asked?.abort());
    try {
      const found = await around.complete(path, context.pos, asked.signal);
      const options = [...found.items.map(optionOf), ...(context.explicit ? found.others.map(hintOf) : [])];
      return context.aborted || options.length === 0 ? null : { from: Math.min(found.from, context.pos), options, filter: false };
    } catch {
      // Overtaken, or the server does not answer, which the page says elsewhere.
      return null;
    }
  }

  async function hover(_: EditorView, pos: number): Promise<Tooltip | null> {
    try {
      const found = await around.hover(path, pos);
      return found.from === undefined || found.to === undefined ? null : { pos: found.from, end: found.to, above: true, create: () => ({ dom: told(found) }) };
    } catch {
      return null;
    }
  }

  const extensions = (file: string): Extension => [
    lineNumbers(),
    highlightSpecialChars(),
    history(),
    drawSelection(),
    highlightActiveLine(),
    EditorView.lineWrapping,
    lintGutter(),
    autocompletion({ override: [complete], icons: false, maxRenderedOptions: 60, selectOnOpen: true }),
    hoverTooltip(hover, { hoverTime: 350 }),
    colours,
    keymap.of([
      { key: 'Shift-Alt-f', run: () => (around.format(), true), preventDefault: true },
      { key: 'Mod-i', run: startCompletion },
      ...completionKeymap,
      ...defaultKeymap,
      ...historyKeymap,
      ...lintKeymap,
    ]),
    EditorView.contentAttributes.of({ tabindex: '0', 'aria-label': `The text of ${file}`, 'aria-description': 'Tab leaves the editor. Control and Space show what may stand here.', spellcheck: 'false', autocapitalize: 'off' }),
    EditorView.updateListener.of(update => {
      if (update.docChanged) {
        around.changed(file, update.state.doc.toString());
      }
    }),
    theme,
  ];

  const view = new EditorView({ parent: root, root });
  return {
    show(file, text) {
      if (file !== path) {
        if (path.length > 0) {
          states.set(path, view.state);
        }

        path = file;
        view.setState(states.get(file) ?? EditorState.create({ doc: text, extensions: extensions(file) }));
      }

      const now = view.state.doc.toString();
      if (now !== text) {
        view.dispatch({ changes: difference(now, text) });
      }
    },
    mark(file, text, tokens, diagnostics) {
      if (file === path && view.state.doc.toString() === text) {
        view.dispatch({ effects: coloured.of(tokens) });
        view.dispatch(setDiagnostics(view.state, diagnostics.filter(one => one.place.file === file).map(one => markOf(one, text.length))));
      }
    },
    select(from, to) {
      const length = view.state.doc.length;
      view.dispatch({ selection: { anchor: Math.min(from, length), head: Math.min(to, length) }, effects: EditorView.scrollIntoView(Math.min(from, length), { y: 'center' }) });
      view.focus();
    },
    destroy() {
      asked?.abort();
      view.destroy();
    },
  };

  function markOf(one: DiagnosticEntry, length: number): Diagnostic {
    const from = Math.min(one.place.offset, length);
    return {
      from,
      to: Math.min(Math.max(one.place.offset + one.place.length, from), length),
      severity: one.severity,
      message: [one.message, ...one.hints.map(hint => `Hint: ${hint}`)].join('\n'),
      actions: one.fixes.map(fix => ({ name: fix.title.replaceAll('`', ''), apply: () => around.fix(fix) })),
    };
  }
}

function optionOf(item: CompletionDocument['items'][number]): Completion {
  const info = [item.says, item.form?.replaceAll('`', ''), item.then === undefined ? undefined : `Then: ${item.then.replaceAll('`', '')}`].filter(text => text !== undefined);
  return {
    label: item.text,
    detail: item.sort === 'word' ? '' : `${item.sort}${item.title === undefined ? '' : `: ${item.title}`}`,
    type: item.sort,
    ...(info.length > 0 ? { info: info.join('\n\n') } : {}),
  };
}

/** Something that only the writer knows: said, and nothing is put into the text. */
function hintOf(other: string): Completion {
  return { label: `… ${other.replaceAll('`', '')}`, type: 'hint', apply: () => undefined };
}

/** Built as nodes with text: names and titles are shown as they are, whatever is in them. */
function told(found: HoverDocument): HTMLElement {
  const box = document.createElement('div');
  box.className = 'told';
  const line = (name: string, text: string | undefined) => {
    if (text !== undefined && text.length > 0) {
      box.appendChild(Object.assign(document.createElement(name), { textContent: text }));
    }
  };
  if (found.sort === 'word') {
    line('p', found.form?.replaceAll('`', '') || 'a word of the language');
  } else {
    line('strong', found.title ?? found.name);
    line('p', `${found.sort} ${found.name}`);
    line('p', found.says);
    line('small', [
      found.declared === undefined ? undefined : `declared in ${found.declared.file}, line ${found.declared.line}`,
      found.uses === undefined ? undefined : `used ${found.uses.length === 1 ? 'once' : `${found.uses.length} times`}`,
    ].filter(part => part !== undefined).join('; '));
  }

  return box;
}
