// Answers the kernel: whatever was typed before its question is on the way ahead of the answer.
export default {
  initialize({ model }) {
    model.on("msg:custom", ({ turn }) => turn && model.send({ turn }));
  },
};
