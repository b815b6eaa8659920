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
      /** @param {MessageEvent} message */
      const hear = ({ source, origin, data }) => {
        const height = Number(data?.height);
        if (source !== frame.contentWindow || origin !== src.origin) return;
        if (data?.riposte === "ready") frame.contentWindow?.postMessage({ riposte: "hello" }, origin);
        if (data?.riposte === "height" && height > 0 && height < 1e5) frame.style.height = `${height}px`;
      };
      addEventListener("message", hear, { signal });
      frame.title ||= this.title || "Riposte";
      frame.style.cssText += ";display:block;width:100%;border:0";
      if (frame.src !== src.href || frame.getAttribute("sandbox") !== sandbox) {
        frame.setAttribute("sandbox", sandbox);
        frame.src = src.href;
      }
      if (frame.parentNode !== this) this.replaceChildren(frame);
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
