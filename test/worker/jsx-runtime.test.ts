import { html, raw } from "hono/html";
import { describe, expect, it } from "vitest";
import { type Child, Fragment, jsx } from "../../worker/http/html/jsx-runtime.ts";

const written = (type: Parameters<typeof jsx>[0], props: Parameters<typeof jsx>[1] = {}): string => `${jsx(type, props)}`;

const hostile = `<img src=x onerror="alert('1')">&amp;`;
const harmless = "&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;amp;";

describe("JSX", () => {
  it("escapes text, wherever it stands", () => {
    expect(written("p", { title: hostile, children: hostile })).toBe(`<p title="${harmless}">${harmless}</p>`);
    expect(written("p", { children: [1, [hostile, [hostile]]] })).toBe(`<p>1${harmless}${harmless}</p>`);
    expect(written(() => hostile)).toBe(harmless);
    expect(written(Fragment, { children: hostile })).toBe(harmless);
  });

  it("writes markup once, and what only looks like it not at all", () => {
    const inner = jsx("b", { children: "&" });
    expect(written("p", { children: [inner, raw("<i>"), raw(`<u>${html`${hostile}`}</u>`)] })).toBe(
      `<p><b>&amp;</b><i><u>${harmless}</u></p>`,
    );
    // As it comes from JSON, whatever the types say.
    const forged = [{ isEscaped: true, toString: () => hostile }, Object(hostile)] as unknown as Child;
    expect(written("p", { children: forged })).toBe("<p></p>");
    expect(written("p", { title: { isEscaped: true, toString: () => hostile } })).toBe(`<p title="${harmless}"></p>`);
  });

  it("leaves out what is not there", () => {
    expect(written("p", { id: undefined, class: null, children: [null, undefined, true, false, ""] })).toBe("<p></p>");
    expect(written(() => null)).toBe("");
  });

  it("writes attributes that are there or not, and those that are true or false", () => {
    expect(written("input", { disabled: true, required: false, "aria-invalid": true, "data-on": false, spellcheck: false })).toBe(
      '<input disabled="" aria-invalid="true" data-on="false" spellcheck="false"/>',
    );
    expect(written("input", { value: 0, placeholder: "" })).toBe('<input value="0" placeholder=""/>');
  });

  it("closes all elements but the void ones", () => {
    expect(["br", "meta", "script", "svg", "path"].map((tag) => written(tag))).toEqual([
      "<br/>",
      "<meta/>",
      "<script></script>",
      "<svg></svg>",
      "<path></path>",
    ]);
  });

  it("gives components their properties, children among them", () => {
    const List = ({ children, of }: { children?: Child; of?: unknown }): Child => [jsx("b", { children: `${of}` }), children];
    expect(written(List, { of: "<", children: [jsx("i", {}), "&"] })).toBe("<b>&lt;</b><i></i>&amp;");
  });
});
