// @ts-check
// Riposte on your page: <riposte-story src="…/embed/…"> is a frame as high as what it shows.
(() => {
  const sandbox = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-same-origin";

  class RiposteStory extends HTMLElement {
    static observedAttributes = ["src"];
    stop = new AbortController();

    connectedCallback() {
      const src = new URL(this.getAttribute("src") ?? "", document.baseURI);
      if (!/^https?:$/.test(src.protocol)) return;
      this.disconnectedCallback();
      const { signal } = this.stop;
      // The frame inside may not be there yet.
      if (document.readyState === "loading")
        return document.addEventListener("DOMContentLoaded", () => this.connectedCallback(), { signal });
      const frame = this.querySelector("iframe") ?? document.createElement("iframe");
      const greet = () => frame.contentWindow?.postMessage({ riposte: "hello" }, src.origin);
      frame.addEventListener("load", greet, { signal });
      /** @param {MessageEvent} message */
      const hear = ({ source, origin, data }) => {
        if (source !== frame.contentWindow || origin !== src.origin || data?.riposte !== "height") return;
        if (data.height > 0 && data.height < 1e5) frame.style.height = `${Number(data.height)}px`;
      };
      addEventListener("message", hear, { signal });
      frame.title ||= this.title || "Riposte";
      frame.style.cssText += ";display:block;width:100%;border:0";
      if (frame.src !== src.href || frame.getAttribute("sandbox") !== sandbox) {
        frame.setAttribute("sandbox", sandbox);
        frame.src = src.href;
      }
      if (frame.parentNode !== this) this.replaceChildren(frame);
      else greet();
    }

    disconnectedCallback() {
      this.stop.abort();
      this.stop = new AbortController();
    }

    attributeChangedCallback() {
      if (this.isConnected) this.connectedCallback();
    }
  }

  if (!customElements.get("riposte-story")) customElements.define("riposte-story", RiposteStory);
})();
