import {
  PDFArray,
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFString,
} from "@cantoo/pdf-lib";
import { dictOf, listOf, name, numberOf, numbersIn } from "./pdf-names";
import type { PdfSource } from "./pdf-pages";
import { elementsOf } from "./pdf-structure-walk";

/** What is said of a part in the structure of the pack. */
export type PartLabel = { title: string; language?: string | undefined };

/**
 * The structure of the pack: one document, in it a part for each paper, in that the paper's own structure as it came
 * (ISO 32000-1, 14.7). What the papers number or name each for itself, places in the parent tree, roles, classes, identifiers, is made
 * different where it would collide.
 */
export class PackStructure {
  private readonly parents = new Map<number, PDFObject>();
  private readonly roles = new Map<string, PDFName>();
  private readonly classes: PDFDict;
  private readonly identified: [PDFHexString, PDFRef][] = [];
  private readonly namespaces: PDFObject[] = [];
  private readonly root: PDFRef;
  private readonly whole: PDFRef;
  private next = 0;
  private sources = 0;

  constructor(private readonly context: PDFContext) {
    this.root = context.nextRef();
    this.whole = context.nextRef();
    this.classes = context.obj({});
  }

  /**
   * Takes the structure of a source over: numbers and names in it become those of the pack, and its root a part.
   * @returns the part
   */
  adopt(source: PdfSource, label: PartLabel): PDFRef {
    const root = source.catalog.lookup(name("StructTreeRoot"));
    const offset = this.next;
    this.next = shiftParents(source, offset) + 1;
    if (!source.isTagged || !(root instanceof PDFDict)) return this.part(label);

    this.sources += 1;
    for (const [key, value] of numbersIn(this.context, root.get(name("ParentTree")))) {
      this.next = Math.max(this.next, key + offset + 1);
      this.parents.set(key + offset, value);
    }
    this.takeRoles(source, root);
    this.takeClasses(source, root);
    this.identified.push(...tellApart(source, `${this.sources}-`));
    this.namespaces.push(...listOf(root, "Namespaces"));
    const part = becomePart(source, root, label);
    this.context.lookup(part, PDFDict).set(name("P"), this.whole);
    return part;
  }

  /** A part with nothing in it yet. */
  part(label: PartLabel): PDFRef {
    return this.context.register(this.context.obj({ ...partEntries(label), P: this.whole, K: [] }));
  }

  /** Adds an element as the last of another. */
  add(within: PDFRef, kind: string, entries: Record<string, PDFObject> = {}): PDFRef {
    const element = this.context.register(this.context.obj({ Type: "StructElem", S: kind, P: within, ...entries }));
    const parent = this.context.lookup(within, PDFDict);
    parent.set(name("K"), this.context.obj([...listOf(parent, "K"), element]));
    return element;
  }

  /** A number for something new on this page that belongs to the element: the mark of its content. */
  mark(page: PDFDict, element: PDFRef): number {
    let key = numberOf(page, "StructParents");
    if (key === undefined) {
      key = this.next++;
      page.set(name("StructParents"), PDFNumber.of(key));
    }
    const known = this.context.lookup(this.parents.get(key));
    const marks = known instanceof PDFArray ? known : PDFArray.withContext(this.context);
    if (known !== marks) this.parents.set(key, marks);
    marks.push(element);
    return marks.size() - 1;
  }

  /** Joins an annotation to its element. */
  own(annotation: PDFDict, element: PDFRef): void {
    annotation.set(name("StructParent"), PDFNumber.of(this.next));
    this.parents.set(this.next++, element);
  }

  /** The element that an annotation of the pack belongs to. */
  ownerOf(annotation: PDFDict): PDFObject | undefined {
    return this.parents.get(numberOf(annotation, "StructParent") ?? -1);
  }

  /** Writes the structure into the pack, with its parts in this order. */
  finish({ catalog }: PDFDocument, parts: readonly PDFRef[]): void {
    const { context } = this;
    const pairs = [...this.parents].sort(([a], [b]) => a - b).flatMap(([key, value]) => [PDFNumber.of(key), value]);
    const root = context.obj({
      Type: "StructTreeRoot",
      K: [this.whole],
      ParentTree: context.register(context.obj({ Nums: pairs })),
      ParentTreeNextKey: this.next,
      RoleMap: context.obj(Object.fromEntries(this.roles)),
    });
    if (this.classes.keys().length > 0) root.set(name("ClassMap"), this.classes);
    if (this.namespaces.length > 0) root.set(name("Namespaces"), context.obj(this.namespaces));
    if (this.identified.length > 0) {
      const sorted = this.identified.toSorted(([a], [b]) => (a.asString() < b.asString() ? -1 : 1));
      const [first, last] = [sorted.at(0)?.[0], sorted.at(-1)?.[0]] as [PDFHexString, PDFHexString];
      const leaf = context.register(context.obj({ Names: sorted.flat(), Limits: [first, last] }));
      root.set(name("IDTree"), context.obj({ Kids: [leaf] }));
    }
    context.assign(this.whole, context.obj({ Type: "StructElem", S: "Document", P: this.root, K: [...parts] }));
    context.assign(this.root, root);
    catalog.set(name("StructTreeRoot"), this.root);
    catalog.set(name("MarkInfo"), context.obj({ Marked: true }));
  }

  /** The same role may stand for something else in another paper: then it has another name here. */
  private takeRoles(source: PdfSource, root: PDFDict): void {
    const own = dictOf(root, "RoleMap")?.entries() ?? [];
    const renamed = new Map<PDFName, PDFName>();
    for (const [role, target] of own) {
      const known = this.roles.get(role.decodeText());
      if (known && known !== target) renamed.set(role, name(`${role.decodeText()}-${this.sources}`));
    }
    for (const [role, target] of own) {
      if (!(target instanceof PDFName)) continue;
      this.roles.set((renamed.get(role) ?? role).decodeText(), renamed.get(target) ?? target);
    }
    if (renamed.size === 0) return;
    for (const element of elementsOf(source)) {
      const role = element.lookup(name("S"));
      const now = role instanceof PDFName && renamed.get(role);
      if (now) element.set(name("S"), now);
    }
  }

  /** Classes of attributes are few and mean nothing to readers: each paper's get names of their own. */
  private takeClasses(source: PdfSource, root: PDFDict): void {
    const own = dictOf(root, "ClassMap")?.entries() ?? [];
    if (own.length === 0) return;
    const ours = (key: PDFName) => name(`${key.decodeText()}-${this.sources}`);
    for (const element of elementsOf(source)) {
      const classes = listOf(element, "C").map((each) => (each instanceof PDFName ? ours(each) : each));
      if (classes.length > 0) element.set(name("C"), this.context.obj(classes));
    }
    for (const [key, value] of own) this.classes.set(ours(key), value);
  }
}

const partEntries = ({ title, language }: PartLabel) => ({
  Type: "StructElem",
  S: "Part",
  T: PDFHexString.fromText(title),
  ...(language && { Lang: PDFHexString.fromText(language) }),
});

/** The root of a structure turned into a part, in its own place: what has it as its parent has then the part. */
function becomePart({ catalog, context }: PdfSource, root: PDFDict, label: PartLabel): PDFRef {
  const at = catalog.get(name("StructTreeRoot"));
  const ref = at instanceof PDFRef ? at : context.nextRef();
  context.assign(ref, context.obj({ ...partEntries(label), K: listOf(root, "K") }));
  for (const kid of listOf(root, "K")) {
    const element = context.lookup(kid);
    if (element instanceof PDFDict) element.set(name("P"), ref);
  }
  return ref;
}

/** Moves the places in the parent tree that pages, pictures and annotations refer to. @returns the highest */
function shiftParents({ watched }: PdfSource, offset: number): number {
  let highest = offset - 1;
  for (const dict of watched.keys()) {
    for (const key of ["StructParents", "StructParent"]) {
      const number = numberOf(dict, key);
      if (number === undefined) continue;
      highest = Math.max(highest, number + offset);
      dict.set(name(key), PDFNumber.of(number + offset));
    }
  }
  return highest;
}

/** Identifiers of elements, by which cells of tables name their heads, get a beginning of their own in each paper. */
function tellApart({ watched, context }: PdfSource, beginning: string): [PDFHexString, PDFRef][] {
  const known = new Map<string, PDFHexString>();
  const ours = (id: PDFString | PDFHexString): PDFHexString => {
    const written = id.toString();
    const made = known.get(written) ?? withBeginning(id, beginning);
    known.set(written, made);
    return made;
  };
  const found: [PDFHexString, PDFRef][] = [];
  for (const [dict, ref] of watched) {
    const id = dict.lookup(name("ID"));
    if (isText(id) && isElement(dict)) {
      dict.set(name("ID"), ours(id));
      if (ref) found.push([ours(id), ref]);
    }
    const heads = dict.lookup(name("Headers"));
    if (!(heads instanceof PDFArray)) continue;
    const renamed = heads.asArray().map((head) => {
      const text = context.lookup(head);
      return isText(text) ? ours(text) : head;
    });
    dict.set(name("Headers"), context.obj(renamed));
  }
  return found;
}

/** What stands in a structure says what it is and where (ISO 32000-1, 14.7.2); /Type may be left out. */
const isElement = (dict: PDFDict): boolean => dict.has(name("S")) && dict.has(name("P"));

const withBeginning = (id: PDFString | PDFHexString, beginning: string): PDFHexString =>
  PDFHexString.of(Buffer.concat([Buffer.from(beginning), id.asBytes()]).toString("hex"));

const isText = (object: PDFObject | undefined): object is PDFString | PDFHexString =>
  object instanceof PDFString || object instanceof PDFHexString;
