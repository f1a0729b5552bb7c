<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About verify-app</source>
        <translation>关于 verify-app</translation>
    </message>
    <message>
        <source>Copied: paste it into your report.</source>
        <translation>已复制：请粘贴到报告中。</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Details of this computer</source>
        <translation>本机详情</translation>
    </message>
    <message>
        <source>Looking at this computer…</source>
        <translation>正在检查本机…</translation>
    </message>
    <message>
        <source>Made with: {parts}</source>
        <translation>所用的库：{parts}</translation>
    </message>
    <message>
        <source>verify-app {version}

Review what a YOLO26 model proposed, keep who verified what, and write datasets whose share of real, human-verified data is enforced.

Free software under the AGPL-3.0. Every decision is saved at once in the project's folder; nothing leaves this computer unless you agree to it.</source>
        <translation>verify-app {version}

审核 YOLO26 模型给出的候选，记录谁验证了什么，并导出保证真实且经人工验证数据占比的数据集。

基于 AGPL-3.0 的自由软件。每个决定都会立即保存到项目文件夹；未经您同意，任何数据都不会离开这台电脑。</translation>
    </message>
    <message>
        <source>with paths and names</source>
        <translation>包含路径和名称</translation>
    </message>
</context>
<context>
    <name>AddImages</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add a folder first.</source>
        <translation>请先添加文件夹。</translation>
    </message>
    <message>
        <source>Add a video or a file of labels…</source>
        <translation>添加视频或标签文件…</translation>
    </message>
    <message>
        <source>Add images</source>
        <translation>添加图像</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Bring in</source>
        <translation>导入内容</translation>
    </message>
    <message>
        <source>Choose a video or a file of labels</source>
        <translation>选择视频或标签文件</translation>
    </message>
    <message>
        <source>Choose the folder of the images</source>
        <translation>选择图像所在的文件夹</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Images and labels: {format}</source>
        <translation>图像和标签：{format}</translation>
    </message>
    <message>
        <source>Images and labels; find out the format</source>
        <translation>图像和标签（自动识别格式）</translation>
    </message>
    <message>
        <source>Images are in</source>
        <translation>图像位置</translation>
    </message>
    <message>
        <source>Images only</source>
        <translation>仅图像</translation>
    </message>
    <message>
        <source>Images stay where they are; the project remembers them.</source>
        <translation>图像留在原处，项目只记录其位置。</translation>
    </message>
    <message>
        <source>Of videos take</source>
        <translation>从视频中取</translation>
    </message>
    <message>
        <source>Read the class names</source>
        <translation>读取类别名称</translation>
    </message>
    <message>
        <source>Reading the class names…</source>
        <translation>正在读取类别名称…</translation>
    </message>
    <message>
        <source>Say how many frames to take of {name}.</source>
        <translation>请指定从 {name} 取多少帧。</translation>
    </message>
    <message>
        <source>There is no {path} any more; take it off the list or put it back.</source>
        <translation>{path} 已不存在；请将其从列表中移除，或放回原处。</translation>
    </message>
    <message>
        <source>Vouched for by</source>
        <translation>担保人</translation>
    </message>
    <message>
        <source>Who vouches that these labels are right and that nothing is missing.</source>
        <translation>担保这些标签正确且没有遗漏的人。</translation>
    </message>
    <message>
        <source>beside the labels</source>
        <translation>与标签在一起</translation>
    </message>
    <message>
        <source>nobody: they come in unverified</source>
        <translation>无人：作为未验证标签导入</translation>
    </message>
</context>
<context>
    <name>AdjustSheet</name>
    <message>
        <source>As it is</source>
        <translation>原样</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>亮度</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>对比度</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>伽马</translation>
    </message>
    <message>
        <source>Only on the screen: the file and the model see nothing of it.</source>
        <translation>仅影响屏幕显示，文件和模型不受影响。</translation>
    </message>
    <message>
        <source>View of the picture</source>
        <translation>图像显示</translation>
    </message>
</context>
<context>
    <name>AlikeSelection</name>
    <message>
        <source>Click the crop first that the others are to look like.</source>
        <translation>请先单击一张裁剪图，作为查找相似项的基准。</translation>
    </message>
    <message>
        <source>No other crop that was on the screen looks like this one.</source>
        <translation>屏幕上显示过的裁剪图中没有与之相似的。</translation>
    </message>
    <message>
        <source>The picture of this crop cannot be compared.</source>
        <translation>无法比较这张裁剪图。</translation>
    </message>
    <message>
        <source>{k} selected that look alike; what was not on the screen is not among them.</source>
        <translation>已选择 {k} 个相似的裁剪图；未在屏幕上显示过的不包括在内。</translation>
    </message>
</context>
<context>
    <name>BlindDisagreements</name>
    <message>
        <source>All labels are right  ([complete])</source>
        <translation>所有标签都正确  ([complete])</translation>
    </message>
    <message>
        <source>Drawn blind as {name}; the model said {theirs}.</source>
        <translation>盲标为 {name}；模型认为是 {theirs}。</translation>
    </message>
    <message>
        <source>Drawn blind: the model did not see this {name}.</source>
        <translation>盲标：模型没有检测到这个 {name}。</translation>
    </message>
    <message>
        <source>Drawn blind: the model outlined this {name} differently (thin line).</source>
        <translation>盲标：模型给出的这个 {name} 轮廓不同（细线）。</translation>
    </message>
    <message>
        <source>Drawn blind: the model saw {name} here, and nothing was drawn.</source>
        <translation>盲标：模型在此检测到 {name}，但没有绘制。</translation>
    </message>
    <message>
        <source>Settled: the labels were right, once. [undo] takes it back.</source>
        <translation>已解决：1 处以标签为准。按 [undo] 撤销。</translation>
    </message>
    <message>
        <source>Settled: the labels were right, {n} times. [undo] takes it back.</source>
        <translation>已解决：{n} 处均以标签为准。按 [undo] 撤销。</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Image</source>
        <translation>当前图像</translation>
    </message>
</context>
<context>
    <name>ClassChooser</name>
    <message>
        <source>Add a class first: type its name under Classes on the right.</source>
        <translation>请先添加类别：在右侧“类别”下输入名称。</translation>
    </message>
    <message>
        <source>Now the second key of a class, as the list of classes says.</source>
        <translation>请再按类别列表中所示的第二个键。</translation>
    </message>
    <message>
        <source>There is no class {number}.</source>
        <translation>没有第 {number} 个类别。</translation>
    </message>
</context>
<context>
    <name>ClassList</name>
    <message>
        <source>Another colour…</source>
        <translation>其他颜色…</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Delete this class</source>
        <translation>删除此类别</translation>
    </message>
    <message>
        <source>Find a class in the list</source>
        <translation>在列表中查找类别</translation>
    </message>
    <message>
        <source>Hide in the picture</source>
        <translation>在图像中隐藏</translation>
    </message>
    <message>
        <source>Merge into</source>
        <translation>合并到</translation>
    </message>
    <message>
        <source>New class</source>
        <translation>新类别</translation>
    </message>
    <message>
        <source>New class, Enter adds it</source>
        <translation>新类别，按 Enter 添加</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Retire this class</source>
        <translation>停用此类别</translation>
    </message>
    <message>
        <source>Show all classes</source>
        <translation>显示所有类别</translation>
    </message>
    <message>
        <source>Show in the picture</source>
        <translation>在图像中显示</translation>
    </message>
    <message>
        <source>Show only this class</source>
        <translation>只显示此类别</translation>
    </message>
    <message>
        <source>Usual colour</source>
        <translation>恢复通常颜色</translation>
    </message>
</context>
<context>
    <name>ClassListCommands</name>
    <message>
        <source>Deleted the class {name}. [undo] takes it back.</source>
        <translation>已删除类别 {name}。按 [undo] 撤销。</translation>
    </message>
    <message>
        <source>Merged {a} into {b}. [undo] takes it back.</source>
        <translation>已将 {a} 合并到 {b}。按 [undo] 撤销。</translation>
    </message>
    <message>
        <source>Verified labels: {n}, attested now until somebody looks at them again.</source>
        <translation>已验证的标签：{n} 个，在有人重新查看之前按已担保计。</translation>
    </message>
    <message>
        <source>{name} cannot be chosen any more. [undo] takes it back.</source>
        <translation>{name} 不再可选。按 [undo] 撤销。</translation>
    </message>
</context>
<context>
    <name>ClassNames</name>
    <message>
        <source>Choose a class list</source>
        <translation>选择类别列表</translation>
    </message>
    <message>
        <source>Class lists</source>
        <translation>类别列表</translation>
    </message>
    <message>
        <source>Classes, one a line</source>
        <translation>类别，每行一个</translation>
    </message>
    <message>
        <source>From data.yaml…</source>
        <translation>从 data.yaml…</translation>
    </message>
    <message>
        <source>From the model</source>
        <translation>从模型</translation>
    </message>
    <message>
        <source>One class a line; more can be added later</source>
        <translation>每行一个类别；以后可再添加</translation>
    </message>
</context>
<context>
    <name>ClassPopup</name>
    <message>
        <source>Class</source>
        <translation>类别名称</translation>
    </message>
    <message>
        <source>Find a class</source>
        <translation>查找类别</translation>
    </message>
</context>
<context>
    <name>Compared</name>
    <message>
        <source>, not verified any more</source>
        <translation>，不再是已验证</translation>
    </message>
    <message>
        <source>, verified now</source>
        <translation>，现已验证</translation>
    </message>
    <message>
        <source>Classes with as many objects as before: {n}</source>
        <translation>对象数未变的类别：{n}</translation>
    </message>
    <message>
        <source>From {before} to {after}: images +{added} −{removed}, {changed} changed, {moved} moved; labels +{more} −{fewer}, {regraded} images with other evidence.</source>
        <translation>从 {before} 到 {after}：图像 +{added} −{removed}，变化 {changed}，移动 {moved}；标签 +{more} −{fewer}，仅依据变化的图像 {regraded}。</translation>
    </message>
    <message>
        <source>Images that came, went or changed</source>
        <translation>新增、移除或变化的图像</translation>
    </message>
    <message>
        <source>Objects in train by class</source>
        <translation>训练集中各类别的对象</translation>
    </message>
    <message>
        <source>Training images, real and others</source>
        <translation>训练图像：真实与其他</translation>
    </message>
</context>
<context>
    <name>CompositionBar</name>
    <message>
        <source>1 other</source>
        <translation>其他 1</translation>
    </message>
    <message>
        <source>Composition of the training set</source>
        <translation>训练集构成</translation>
    </message>
    <message>
        <source>{n} left out</source>
        <translation>排除 {n}</translation>
    </message>
    <message>
        <source>{n} others</source>
        <translation>其他 {n}</translation>
    </message>
    <message>
        <source>{n} real and verified</source>
        <translation>真实且已验证 {n}</translation>
    </message>
</context>
<context>
    <name>ConfusionTable</name>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>labelled ↓   said →</source>
        <translation>标注 ↓   模型 →</translation>
    </message>
    <message>
        <source>no object there</source>
        <translation>无对象</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>漏检</translation>
    </message>
    <message>
        <source>{true}, said to be {said}: {n}</source>
        <translation>{true} 被判为 {said}：{n}</translation>
    </message>
</context>
<context>
    <name>CrashWatch</name>
    <message>
        <source>verify-app did not end by itself the last time. Nothing that you decided was lost; Help › About verify-app › Copy details says what is known of it.</source>
        <translation>上次 verify-app 没有正常结束。你的决定没有丢失；已知情况见“帮助 › 关于 verify-app › 复制详细信息”。</translation>
    </message>
</context>
<context>
    <name>CropView</name>
    <message>
        <source>Crops</source>
        <translation>裁剪图</translation>
    </message>
</context>
<context>
    <name>Cycle</name>
    <message>
        <source>Compare with the model in use, on gold</source>
        <translation>在金标图像上与使用中的模型比较</translation>
    </message>
    <message>
        <source>Compute on</source>
        <translation>计算设备</translation>
    </message>
    <message>
        <source>Cycle</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>训练轮数</translation>
    </message>
    <message>
        <source>Exports what was verified, trains on it, measures the new model beside the one in use, looks for drift, and predicts what is unreviewed. A model that has degraded is never taken into use. A cycle that is cut off goes on where it was.</source>
        <translation>导出已验证的内容并训练，把新模型与使用中的模型一起测量，检查漂移，并预测未审阅的图像。变差的模型绝不会被启用。中断的循环会从中断处继续。</translation>
    </message>
    <message>
        <source>Model in use</source>
        <translation>使用中的模型</translation>
    </message>
    <message>
        <source>Only when so many images are fresh</source>
        <translation>仅当新验证的图像达到此数时</translation>
    </message>
    <message>
        <source>Predict unreviewed images with the model in use</source>
        <translation>用使用中的模型预测未审阅的图像</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Stop on an alarm of the monitor, before a model is taken into use</source>
        <translation>监控有警报时，在启用模型之前停止</translation>
    </message>
    <message>
        <source>Take into use</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Take the new model even when gold cannot tell</source>
        <translation>即使金标图像无法判断也启用新模型</translation>
    </message>
    <message>
        <source>Train on the new version</source>
        <translation>用新版本训练</translation>
    </message>
    <message>
        <source>Under way… the job panel shows each step.</source>
        <translation>进行中……每一步都显示在任务栏中。</translation>
    </message>
    <message>
        <source>{model} is in use now.</source>
        <translation>现在使用 {model}。</translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Project check</source>
        <translation>项目检查</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>数据源</translation>
    </message>
</context>
<context>
    <name>Demands</name>
    <message>
        <source>Another share</source>
        <translation>其他占比</translation>
    </message>
    <message>
        <source>Balanced: 50 %</source>
        <translation>均衡：50 %</translation>
    </message>
    <message>
        <source>By images</source>
        <translation>按图像</translation>
    </message>
    <message>
        <source>By objects</source>
        <translation>按对象</translation>
    </message>
    <message>
        <source>Careful: 67 %</source>
        <translation>谨慎：67 %</translation>
    </message>
    <message>
        <source>Decided in the window</source>
        <translation>在窗口中判定</translation>
    </message>
    <message>
        <source>Deepest model</source>
        <translation>模型最大深度</translation>
    </message>
    <message>
        <source>Fresh human work</source>
        <translation>新的人工工作</translation>
    </message>
    <message>
        <source>Keep what the parent version had</source>
        <translation>保留父版本已有的内容</translation>
    </message>
    <message>
        <source>Lean: 20 %</source>
        <translation>精简：20 %</translation>
    </message>
    <message>
        <source>More rules</source>
        <translation>更多规则</translation>
    </message>
    <message>
        <source>Overrides</source>
        <translation>规则例外</translation>
    </message>
    <message>
        <source>Proposals from confidence</source>
        <translation>采用候选的置信度</translation>
    </message>
    <message>
        <source>Rare classes lose nothing verified</source>
        <translation>稀有类别的已验证标签不减少</translation>
    </message>
    <message>
        <source>Real, verified share</source>
        <translation>真实已验证占比</translation>
    </message>
    <message>
        <source>Reviewers surely catch</source>
        <translation>审核人确定能发现</translation>
    </message>
    <message>
        <source>Within each class</source>
        <translation>每个类别之内</translation>
    </message>
</context>
<context>
    <name>DisagreementReview</name>
    <message>
        <source>Add the label  ([accept])</source>
        <translation>添加标签  ([accept])</translation>
    </message>
    <message>
        <source>Nothing else differs on this image.</source>
        <translation>此图像没有其他差异。</translation>
    </message>
    <message>
        <source>Nothing is there  ([reject])</source>
        <translation>这里没有  ([reject])</translation>
    </message>
    <message>
        <source>Remove the label  ([accept])</source>
        <translation>移除标签  ([accept])</translation>
    </message>
    <message>
        <source>Settled: nothing is there. [undo] takes it back.</source>
        <translation>已解决：那里没有东西。[undo] 可撤销。</translation>
    </message>
    <message>
        <source>Settled: the label was right. [undo] takes it back.</source>
        <translation>已解决：标签正确。按 [undo] 撤销。</translation>
    </message>
    <message>
        <source>Settled: the model was right. [undo] takes it back.</source>
        <translation>已解决：模型正确。按 [undo] 撤销。</translation>
    </message>
    <message>
        <source>Take the class  ([accept])</source>
        <translation>采用类别  ([accept])</translation>
    </message>
    <message>
        <source>Take the outline  ([accept])</source>
        <translation>采用轮廓  ([accept])</translation>
    </message>
    <message>
        <source>The label is right  ([reject])</source>
        <translation>标签正确  ([reject])</translation>
    </message>
</context>
<context>
    <name>Drafts</name>
    <message>
        <source>First finish what you draw; [undo] takes back a point, [cancel] gives it up.</source>
        <translation>请先画完；[undo] 撤回一个点，[cancel] 放弃。</translation>
    </message>
    <message>
        <source>Let go of the mouse button first.</source>
        <translation>请先松开鼠标按键。</translation>
    </message>
    <message>
        <source>The picture has another size now; what you began to draw on it was given up.</source>
        <translation>图片的尺寸已改变；未画完的部分已放弃。</translation>
    </message>
    <message>
        <source>What you began to draw here is in hand again. [undo] takes back a point, [cancel] gives it up.</source>
        <translation>这里未画完的部分可以继续画。[undo] 撤回一个点，[cancel] 放弃。</translation>
    </message>
    <message>
        <source>What you began to draw on {name} is not finished; it is there when you come back.</source>
        <translation>{name} 上还有未画完的部分；返回时可以继续画。</translation>
    </message>
</context>
<context>
    <name>DrawingCommands</name>
    <message>
        <source>Folded again.</source>
        <translation>已重新折叠。</translation>
    </message>
    <message>
        <source>Nothing else lies under the pointer.</source>
        <translation>指针下没有其他对象。</translation>
    </message>
    <message>
        <source>Nothing lies folded here.</source>
        <translation>这里没有折叠的对象。</translation>
    </message>
    <message>
        <source>Nothing was changed: they do not overlap, or nothing would be left.</source>
        <translation>未作更改：它们没有重叠，或减去后将一无所剩。</translation>
    </message>
    <message>
        <source>Nothing was moved: select the object first, by a click or with [next_label].</source>
        <translation>没有移动任何对象：请先点击或按 [next_label] 选中对象。</translation>
    </message>
    <message>
        <source>Select an object first: click it, or press [next_label].</source>
        <translation>请先选中一个对象：单击它，或按 [next_label]。</translation>
    </message>
    <message>
        <source>Select two outlines or more: the first one loses what the others cover.</source>
        <translation>请选择两个或更多轮廓：第一个将减去其他轮廓覆盖的部分。</translation>
    </message>
    <message>
        <source>Selected: {n}.</source>
        <translation>已选中：{n}。</translation>
    </message>
    <message>
        <source>This label is verified. [edit_label] unlocks it to be changed.</source>
        <translation>此标签已验证。按 [edit_label] 解锁后可修改。</translation>
    </message>
    <message>
        <source>This project is about whole images: press the number of a class.</source>
        <translation>此项目对整张图像分类：请按类别编号。</translation>
    </message>
    <message>
        <source>This project's objects are {task}; [box] draws one.</source>
        <translation>此项目的对象是{task}；按 [box] 绘制。</translation>
    </message>
    <message>
        <source>{n} objects are shown by themselves; [unfold] folds them again.</source>
        <translation>{n} 个对象已分开显示；[unfold] 重新折叠。</translation>
    </message>
</context>
<context>
    <name>Evaluate</name>
    <message>
        <source>Compute on</source>
        <translation>计算设备</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Evaluating… the job panel shows how far it is.</source>
        <translation>正在评估……进度见任务栏。</translation>
    </message>
    <message>
        <source>Measures the ticked models on the gold images. The first one is the old model.</source>
        <translation>在金标图像上评估勾选的模型。第一个为旧模型。</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>待评估模型</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Tick at least one model; Project › Predict or File › Add brings one in.</source>
        <translation>请至少勾选一个模型；可通过“项目 › 预测”或“文件 › 添加”引入。</translation>
    </message>
    <message>
        <source>What your gold images can show, by the last evaluation:</source>
        <translation>根据上次评估，金标图像能看出的变化：</translation>
    </message>
    <message>
        <source>{name}   round {round}, depth {depth}</source>
        <translation>{name}   第 {round} 轮，深度 {depth}</translation>
    </message>
    <message>
        <source>{name}   round {round}, depth {depth}; trained on {version} as claimed</source>
        <translation>{name}   第 {round} 轮，深度 {depth}；据称在 {version} 上训练</translation>
    </message>
</context>
<context>
    <name>EvaluationPage</name>
    <message>
        <source>A click on a cell shows its objects side by side, one on a class all of them.</source>
        <translation>单击单元格并排显示其中的对象，单击类别名称显示该类别的全部对象。</translation>
    </message>
    <message>
        <source>Better by</source>
        <translation>改进</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别名称</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>Evaluate…</source>
        <translation>评估…</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>评估结果</translation>
    </message>
    <message>
        <source>F1 by confidence: {name}</source>
        <translation>各置信度的 F1：{name}</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>找到</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图像名称</translation>
    </message>
    <message>
        <source>Image by image</source>
        <translation>逐图比较</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>No model was measured yet. Reserve real images for gold, verify them, then press Evaluate.</source>
        <translation>尚未测量任何模型。请先预留真实图像作为金标并验证，然后按“评估…”。</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>Precision over recall: {name}</source>
        <translation>精确率随召回率的变化：{name}</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>Show its objects</source>
        <translation>显示该类别的对象</translation>
    </message>
    <message>
        <source>The first {n} of {all} are shown.</source>
        <translation>显示 {all} 个中的前 {n} 个。</translation>
    </message>
    <message>
        <source>There is no object here.</source>
        <translation>这里没有对象。</translation>
    </message>
    <message>
        <source>These images are not gold any more.</source>
        <translation>这些图像已不再是金标。</translation>
    </message>
    <message>
        <source>This was measured before single objects were kept; evaluate again to see curves and confusions.</source>
        <translation>此次测量时尚未保存单个对象；请重新评估以查看曲线和混淆矩阵。</translation>
    </message>
    <message>
        <source>What the model said where no object is labelled; nothing here can be decided on.</source>
        <translation>模型在没有对象标注的地方给出的结果；这里无法做任何决定。</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>gold images: {n}</source>
        <translation>金标图像：{n}</translation>
    </message>
    <message>
        <source>not gold any more</source>
        <translation>不再是金标</translation>
    </message>
    <message>
        <source>{new} beside {old}, images: better {better}, worse {worse}, alike {same}.</source>
        <translation>{new} 与 {old} 相比的图像数：更好 {better}，更差 {worse}，相同 {same}。</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Choose a folder for the dataset</source>
        <translation>选择数据集文件夹</translation>
    </message>
    <message>
        <source>Choose a folder to write to.</source>
        <translation>请选择导出文件夹。</translation>
    </message>
    <message>
        <source>Choose a policy file</source>
        <translation>选择策略文件</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export dataset</source>
        <translation>导出数据集</translation>
    </message>
    <message>
        <source>Exporting… the job panel shows how far it is.</source>
        <translation>正在导出……进度见任务栏。</translation>
    </message>
    <message>
        <source>If the share is not met</source>
        <translation>占比不足时</translation>
    </message>
    <message>
        <source>Keep for this project</source>
        <translation>用作本项目策略</translation>
    </message>
    <message>
        <source>Leave out what is too much (trim)</source>
        <translation>排除多余部分 (trim)</translation>
    </message>
    <message>
        <source>Link images to their sources instead of copying them</source>
        <translation>将图像链接到数据源，而不复制</translation>
    </message>
    <message>
        <source>Load policy…</source>
        <translation>载入策略…</translation>
    </message>
    <message>
        <source>More than half of the candidates would stay out; tick the box if that is meant.</source>
        <translation>将排除超过一半的候选图像；若确需如此请勾选。</translation>
    </message>
    <message>
        <source>Needs no room on the disk of the sources, but who saves into one changes the version.</source>
        <translation>与数据源同盘时不占空间，但就地保存数据源会改变版本。</translation>
    </message>
    <message>
        <source>Policies (*.toml);;All files (*)</source>
        <translation>策略 (*.toml);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Real, human-verified images keep their share; what would thin it out is left out.</source>
        <translation>保持真实且经人工验证图像的占比；会稀释它的部分将被排除。</translation>
    </message>
    <message>
        <source>Refuse instead of leaving out (strict)</source>
        <translation>不排除而是拒绝导出 (strict)</translation>
    </message>
    <message>
        <source>Save policy…</source>
        <translation>保存策略…</translation>
    </message>
    <message>
        <source>Save the policy</source>
        <translation>策略的保存位置</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Split train/val/test</source>
        <translation>train/val/test 划分</translation>
    </message>
    <message>
        <source>The meter below the images then follows this policy.</source>
        <translation>图像下方的指示条随之遵循此策略。</translation>
    </message>
    <message>
        <source>This is the project's policy now; overrides are for one version and not kept.</source>
        <translation>这已是项目的策略；规则例外只用于一个版本，不会保存。</translation>
    </message>
    <message>
        <source>What is demanded</source>
        <translation>所要求的条件</translation>
    </message>
    <message>
        <source>What would be written</source>
        <translation>将写出的内容</translation>
    </message>
    <message>
        <source>Working out what this would be…</source>
        <translation>正在计算结果……</translation>
    </message>
    <message>
        <source>Write to</source>
        <translation>导出到</translation>
    </message>
    <message>
        <source>Wrote {file}.</source>
        <translation>已写入 {file}。</translation>
    </message>
    <message>
        <source>{said} Looking at the files…</source>
        <translation>{said} 正在查看文件…</translation>
    </message>
</context>
<context>
    <name>FilterSheet</name>
    <message>
        <source>Class</source>
        <translation>类别名称</translation>
    </message>
    <message>
        <source>Confidence of a proposal</source>
        <translation>候选的置信度</translation>
    </message>
    <message>
        <source>Disagreement</source>
        <translation>与模型的分歧</translation>
    </message>
    <message>
        <source>Filters, with the number of images</source>
        <translation>筛选条件及图像数</translation>
    </message>
    <message>
        <source>Flagged as unsure</source>
        <translation>存疑标记</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>金标（仅评估）</translation>
    </message>
    <message>
        <source>Grade of a label</source>
        <translation>标签的等级</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Kept as {name}.</source>
        <translation>已保存为“{name}”。</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Name to keep this filter under</source>
        <translation>此筛选条件的名称</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>审核者</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行批次</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>已存的筛选条件</translation>
    </message>
    <message>
        <source>Saved filters…</source>
        <translation>已存的筛选条件…</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>数据源名称</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Ticks in one group add up; groups narrow each other.</source>
        <translation>同组勾选取并集，各组之间取交集。</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>gold</source>
        <translation>金标</translation>
    </message>
    <message>
        <source>not gold</source>
        <translation>非金标</translation>
    </message>
    <message>
        <source>other class</source>
        <translation>类别不同</translation>
    </message>
    <message>
        <source>other outline</source>
        <translation>轮廓不同</translation>
    </message>
    <message>
        <source>run {n}</source>
        <translation>运行 {n}</translation>
    </message>
    <message>
        <source>the model does not see it</source>
        <translation>模型未检测到</translation>
    </message>
    <message>
        <source>the model sees more</source>
        <translation>模型检测到更多</translation>
    </message>
</context>
<context>
    <name>FirstImages</name>
    <message>
        <source>1 image</source>
        <translation>1 张图像</translation>
    </message>
    <message>
        <source>Bring in the labels beside them, unverified ({format})</source>
        <translation>同时导入旁边的标签，作为未验证标签（{format}）</translation>
    </message>
    <message>
        <source>Count the images</source>
        <translation>清点图像</translation>
    </message>
    <message>
        <source>Counting the images…</source>
        <translation>正在清点图像…</translation>
    </message>
    <message>
        <source>Say where the images come from: only real ones count as real.</source>
        <translation>请选择图像的来源：只有指定为真实的才算真实。</translation>
    </message>
    <message>
        <source>There is no {path} any more; take it off the list or put it back.</source>
        <translation>{path} 已不存在；请将其从列表中移除，或放回原处。</translation>
    </message>
    <message>
        <source>choose…</source>
        <translation>请选择…</translation>
    </message>
    <message>
        <source>{images}, {bad} not readable</source>
        <translation>{images}，其中 {bad} 张无法读取</translation>
    </message>
    <message>
        <source>{n} images</source>
        <translation>{n} 张图像</translation>
    </message>
</context>
<context>
    <name>Folders</name>
    <message>
        <source>Add a folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Choose a folder of images</source>
        <translation>选择图像文件夹</translation>
    </message>
    <message>
        <source>Only images said to be real count as real.</source>
        <translation>只有标明为真实的图像才算真实。</translation>
    </message>
</context>
<context>
    <name>ForeignBar</name>
    <message>
        <source>It is mine</source>
        <translation>这是我的项目</translation>
    </message>
    <message>
        <source>Its folder “{name}” lies in {place}.</source>
        <translation>其文件夹“{name}”实际位于 {place}。</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>The folder of this project cannot be written to, so it is only shown.</source>
        <translation>此项目的文件夹无法写入，因此仅供查看。</translation>
    </message>
    <message>
        <source>The project is only shown, since its folder cannot be written to.</source>
        <translation>项目仅供查看，因为其文件夹无法写入。</translation>
    </message>
    <message>
        <source>The project is only shown. Press “It is mine” above to work in it.</source>
        <translation>项目目前只供查看。要在其中工作，请按上方的“这是我的项目”。</translation>
    </message>
    <message>
        <source>This project comes from elsewhere. It is only shown, and nothing in its folder is changed.</source>
        <translation>此项目来自别处。目前只供查看，不会更改其文件夹中的任何内容。</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Frames</name>
    <message>
        <source>How many</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Of videos take</source>
        <translation>从视频中取</translation>
    </message>
    <message>
        <source>every so many frames</source>
        <translation>每隔若干帧取一帧</translation>
    </message>
    <message>
        <source>frames a second</source>
        <translation>每秒帧数</translation>
    </message>
    <message>
        <source>lossless (PNG)</source>
        <translation>无损 (PNG)</translation>
    </message>
    <message>
        <source>nothing: leave videos aside</source>
        <translation>不取：跳过视频</translation>
    </message>
</context>
<context>
    <name>GridCommands</name>
    <message>
        <source>Accepted: {n}.</source>
        <translation>已接受：{n}。</translation>
    </message>
    <message>
        <source>Left as they are: {n} ({why})</source>
        <translation>保持原样：{n}（{why}）</translation>
    </message>
    <message>
        <source>Not looked at, so left: {n}.</source>
        <translation>未看过，因此保留：{n}。</translation>
    </message>
    <message>
        <source>Rejected: {n}.</source>
        <translation>已拒绝：{n}。</translation>
    </message>
    <message>
        <source>Select crops first: click, sweep with the mouse, or [select_all] for all.</source>
        <translation>请先选择裁剪图：单击、拖选，或按 [select_all] 全选。</translation>
    </message>
    <message>
        <source>Settled with them, as of the same objects: {n}.</source>
        <translation>属于同一对象而随之确定：{n}。</translation>
    </message>
    <message>
        <source>These were not on the screen with their picture yet; nothing was decided. Look first.</source>
        <translation>这些还没有连同图像显示在屏幕上；未作任何决定。请先看一看。</translation>
    </message>
    <message>
        <source>To be fixed later: {n}.</source>
        <translation>稍后修正：{n}。</translation>
    </message>
    <message>
        <source>[undo] takes it back.</source>
        <translation>按 [undo] 撤销。</translation>
    </message>
    <message>
        <source>{name} now: {n}.</source>
        <translation>已改为 {name}：{n}。</translation>
    </message>
</context>
<context>
    <name>GridPage</name>
    <message>
        <source>(no more are shown; choose a class or a confidence)</source>
        <translation>（不再显示更多；请按类别或置信度筛选）</translation>
    </message>
    <message>
        <source>1 object</source>
        <translation>1 个对象</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别名称</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>Confidence up to</source>
        <translation>置信度上限</translation>
    </message>
    <message>
        <source>Images in the list only</source>
        <translation>仅限列表中的图像</translation>
    </message>
    <message>
        <source>Looking for objects…</source>
        <translation>正在查找对象……</translation>
    </message>
    <message>
        <source>No object fits. Choose another class, state or confidence above.</source>
        <translation>没有符合的对象。请在上方另选类别、状态或置信度。</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Show in its image</source>
        <translation>在原图中显示</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>[accept] accepts, [reject] rejects, a number gives a class. Enter opens it, [cancel] goes back.</source>
        <translation>[accept] 接受，[reject] 拒绝，数字指定类别。Enter 打开，[cancel] 返回。</translation>
    </message>
    <message>
        <source>alike together</source>
        <translation>相似相邻</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>as found</source>
        <translation>按发现顺序</translation>
    </message>
    <message>
        <source>comparing: {k} of {n}</source>
        <translation>正在比较：{k} / {n}</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>looking: {n} so far</source>
        <translation>正在查找：目前 {n}</translation>
    </message>
    <message>
        <source>small first</source>
        <translation>从小到大</translation>
    </message>
    <message>
        <source>sure first</source>
        <translation>置信度从高到低</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>待定</translation>
    </message>
    <message>
        <source>unsure first</source>
        <translation>置信度从低到高</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>已验证</translation>
    </message>
    <message>
        <source>{k} of {n} selected</source>
        <translation>已选 {k} / {n}</translation>
    </message>
    <message>
        <source>{k} selected.</source>
        <translation>已选中 {k} 个。</translation>
    </message>
    <message>
        <source>{k} selected; 1 below was not looked at.</source>
        <translation>已选中 {k} 个；下方 1 个还没有看过。</translation>
    </message>
    <message>
        <source>{k} selected; 1 other was not looked at.</source>
        <translation>已选中 {k} 个；另外 1 个还没有看过。</translation>
    </message>
    <message>
        <source>{k} selected; {n} below were not looked at.</source>
        <translation>已选中 {k} 个；下方 {n} 个还没有看过。</translation>
    </message>
    <message>
        <source>{k} selected; {n} others were not looked at.</source>
        <translation>已选中 {k} 个；另外 {n} 个还没有看过。</translation>
    </message>
    <message>
        <source>{n} objects</source>
        <translation>{n} 个对象</translation>
    </message>
</context>
<context>
    <name>Groups</name>
    <message>
        <source>Frames of one video stay in one split, and so do files whose names match a regular expression and have the same text in its first brackets. With a / in it, source and folders count too.</source>
        <translation>同一视频的帧会留在同一划分中；文件名与正则表达式匹配且第一对括号内文字相同的文件也是如此。表达式中含有 / 时，数据源和文件夹也参与匹配。</translation>
    </message>
    <message>
        <source>Group the images</source>
        <translation>将图像分组</translation>
    </message>
    <message>
        <source>No images hang together.</source>
        <translation>没有属于同一组的图像。</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>{n} more groups</source>
        <translation>另有 {n} 个分组</translation>
    </message>
</context>
<context>
    <name>HeaderBar</name>
    <message>
        <source>Complete</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>Heatmap</name>
    <message>
        <source>Heat: here images of this source usually hold something and this one does not. [heat] takes it away.</source>
        <translation>热图：该来源的图像在此处通常有对象，而这张没有。[heat] 可将其关闭。</translation>
    </message>
    <message>
        <source>No heat: 1 other image of this source was looked at, and it takes {least} to tell.</source>
        <translation>没有热图：该来源已看过 1 张其他图像，至少需要 {least} 张才能判断。</translation>
    </message>
    <message>
        <source>No heat: this image lacks nothing that is usual in its source.</source>
        <translation>没有热图：该来源中常见的对象，这张图像都不缺。</translation>
    </message>
    <message>
        <source>No heat: {n} other images of this source were looked at, and it takes {least} to tell.</source>
        <translation>没有热图：该来源已看过 {n} 张其他图像，至少需要 {least} 张才能判断。</translation>
    </message>
    <message>
        <source>The heat is off.</source>
        <translation>热图已关闭。</translation>
    </message>
    <message>
        <source>This image is drawn blind: no heat.</source>
        <translation>这张图像需盲画：没有热图。</translation>
    </message>
    <message>
        <source>This project is about whole images: no heat.</source>
        <translation>此项目针对整张图像：没有热图。</translation>
    </message>
</context>
<context>
    <name>HistorySheet</name>
    <message>
        <source>History of this image</source>
        <translation>此图像的历史</translation>
    </message>
    <message>
        <source>History of this label</source>
        <translation>此标签的历史</translation>
    </message>
    <message>
        <source>Nothing was decided here yet.</source>
        <translation>这里尚未作任何决定。</translation>
    </message>
    <message>
        <source>Up and down walk through it; thin lines show what was there. Esc closes.</source>
        <translation>上下键逐条查看；细线表示当时的形状。Esc 关闭。</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>以及另外 {n} 项</translation>
    </message>
    <message>
        <source>proposed by {name}</source>
        <translation>由 {name} 提出的候选</translation>
    </message>
    <message>
        <source>suggested by {name}</source>
        <translation>由 {name} 建议</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤回</translation>
    </message>
</context>
<context>
    <name>HoverSelect</name>
    <message>
        <source>A click selects.</source>
        <translation>单击来选择。</translation>
    </message>
    <message>
        <source>What the pointer comes to is selected, and keys act on it. [aim] ends that.</source>
        <translation>指针移到的对象会被选中，按键作用于它。[aim] 可结束。</translation>
    </message>
</context>
<context>
    <name>ImageCommands</name>
    <message>
        <source>1 suggestion of a program is left; it counts for nothing.</source>
        <translation>还剩 1 条程序的建议；它不计入任何统计。</translation>
    </message>
    <message>
        <source>Complete and empty: {name}.</source>
        <translation>已完成（无目标）：{name}。</translation>
    </message>
    <message>
        <source>Complete and empty: {name}. Proposals rejected: {n}; [undo] takes it back.</source>
        <translation>已完成（无目标）：{name}。拒绝候选 {n} 个；按 [undo] 撤销。</translation>
    </message>
    <message>
        <source>Complete: {name}.</source>
        <translation>已完成：{name}。</translation>
    </message>
    <message>
        <source>Flag cleared.</source>
        <translation>已清除存疑标记。</translation>
    </message>
    <message>
        <source>Flagged as unsure. The image is not complete until the flag is cleared ([flag]).</source>
        <translation>已标记为存疑。清除标记（[flag]）之前，该图像不算完成。</translation>
    </message>
    <message>
        <source>One hidden proposal may have been missed. [accept] accepts it; [complete] again leaves it out.</source>
        <translation>可能遗漏了 1 个隐藏的候选。按 [accept] 接受；再按 [complete] 则忽略。</translation>
    </message>
    <message>
        <source>One hidden proposal may have been missed. [accept] accepts it; [empty]: nothing is here.</source>
        <translation>有一个隐藏的候选可能被漏掉。[accept] 接受它；[empty] 表示此处什么都没有。</translation>
    </message>
    <message>
        <source>Origin of {n} set: {origin}.</source>
        <translation>已设置 {n} 张图像的来源：{origin}。</translation>
    </message>
    <message>
        <source>Released from gold: {n}.</source>
        <translation>已移出金标：{n}。</translation>
    </message>
    <message>
        <source>Removed from the project: {n}. [undo] brings them back.</source>
        <translation>已移出项目：{n}。按 [undo] 恢复。</translation>
    </message>
    <message>
        <source>Reopened {n} images.</source>
        <translation>已重新打开 {n} 张图像。</translation>
    </message>
    <message>
        <source>Reopened.</source>
        <translation>已重新打开。</translation>
    </message>
    <message>
        <source>Reserved for gold: {n}.</source>
        <translation>已留作金标：{n}。</translation>
    </message>
    <message>
        <source>Smaller than 6 pixels on the screen: {n}; [undo] takes it back.</source>
        <translation>屏幕上小于 6 像素：{n}；[undo] 可撤销。</translation>
    </message>
    <message>
        <source>{name}: {file}.</source>
        <translation>{name}：{file}。</translation>
    </message>
    <message>
        <source>{n} hidden proposals may have been missed. [accept] accepts one; [complete] again leaves them out.</source>
        <translation>可能遗漏了 {n} 个隐藏的候选。按 [accept] 接受一个；再按 [complete] 则全部忽略。</translation>
    </message>
    <message>
        <source>{n} hidden proposals may have been missed. [accept] accepts one; [empty]: nothing is here.</source>
        <translation>有 {n} 个隐藏的候选可能被漏掉。[accept] 接受一个；[empty] 表示此处什么都没有。</translation>
    </message>
    <message>
        <source>{n} suggestions of programs are left; they count for nothing.</source>
        <translation>还剩 {n} 条程序的建议；它们不计入任何统计。</translation>
    </message>
</context>
<context>
    <name>ImageList</name>
    <message>
        <source>All {n}</source>
        <translation>全部 {n}</translation>
    </message>
    <message>
        <source>Filter the images</source>
        <translation>筛选图像</translation>
    </message>
    <message>
        <source>Filters: {n}</source>
        <translation>筛选：{n}</translation>
    </message>
    <message>
        <source>Find by name</source>
        <translation>按名称查找</translation>
    </message>
    <message>
        <source>Find images by name</source>
        <translation>按名称筛选图像</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>No image fits this filter.</source>
        <translation>没有符合此筛选条件的图像。</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>接下来的顺序</translation>
    </message>
    <message>
        <source>chosen: {n}</source>
        <translation>已选：{n}</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>另 {n} 项</translation>
    </message>
</context>
<context>
    <name>ImageMenu</name>
    <message>
        <source>1 image</source>
        <translation>1 张图像</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Release from gold</source>
        <translation>移出金标</translation>
    </message>
    <message>
        <source>Remove from the project</source>
        <translation>移出项目</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Reserve for gold</source>
        <translation>留作金标</translation>
    </message>
    <message>
        <source>Said to be something else so far. Why is it {origin}?</source>
        <translation>此前的说法与此不同。为什么是{origin}？</translation>
    </message>
    <message>
        <source>{n} images</source>
        <translation>{n} 张图像</translation>
    </message>
</context>
<context>
    <name>ImagePresenter</name>
    <message>
        <source>Add a folder with File › Add images, or drop one here.</source>
        <translation>通过“文件 › 添加图像”添加文件夹，或拖放到此处。</translation>
    </message>
    <message>
        <source>Changed on disk</source>
        <translation>文件已在磁盘上更改</translation>
    </message>
    <message>
        <source>Choose another filter on the left.</source>
        <translation>请在左侧另选筛选条件。</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在加载……</translation>
    </message>
    <message>
        <source>No image fits this filter</source>
        <translation>没有符合筛选条件的图像</translation>
    </message>
    <message>
        <source>No images yet</source>
        <translation>还没有图像</translation>
    </message>
    <message>
        <source>The file was changed on disk since it was added. Look again at what is on it.</source>
        <translation>文件在添加后已被更改。请重新查看其内容。</translation>
    </message>
    <message>
        <source>The file was changed since it was added, and that could not be recorded.</source>
        <translation>文件在添加后已被更改，但无法记录这一变化。</translation>
    </message>
    <message>
        <source>This file has one page.</source>
        <translation>此文件只有一页。</translation>
    </message>
    <message>
        <source>This image cannot be reviewed</source>
        <translation>无法审核此图像</translation>
    </message>
</context>
<context>
    <name>Job</name>
    <message>
        <source>Cancelled; what was done until then is kept.</source>
        <translation>已取消；此前完成的部分予以保留。</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止……</translation>
    </message>
    <message>
        <source>{job} could not be started; install verify-app again.</source>
        <translation>无法启动“{job}”；请重新安装 verify-app。</translation>
    </message>
    <message>
        <source>{job} stopped unexpectedly; what it had done until then is kept. Its log says more.</source>
        <translation>“{job}”意外停止；此前完成的部分予以保留。详见日志。</translation>
    </message>
</context>
<context>
    <name>JobPanel</name>
    <message>
        <source>Background jobs</source>
        <translation>后台任务</translation>
    </message>
</context>
<context>
    <name>JobRow</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>已完成。</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Skipped {n}; the log names them.</source>
        <translation>跳过 {n} 项；详见日志。</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在启动……</translation>
    </message>
    <message>
        <source>The log says more.</source>
        <translation>日志中有更多说明。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>{done} of {all}</source>
        <translation>{done} / {all}</translation>
    </message>
    <message>
        <source>{speed} a second</source>
        <translation>每秒 {speed}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>剩余 {time}</translation>
    </message>
</context>
<context>
    <name>KeyEditor</name>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Add a key</source>
        <translation>添加按键</translation>
    </message>
    <message>
        <source>Change keys</source>
        <translation>更改按键</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>查找操作或按键</translation>
    </message>
    <message>
        <source>Keys as in</source>
        <translation>按键方案</translation>
    </message>
    <message>
        <source>Press the key now; a click elsewhere leaves it.</source>
        <translation>请按下新按键；单击别处则放弃。</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部重置</translation>
    </message>
    <message>
        <source>Reset this one</source>
        <translation>重置此项</translation>
    </message>
    <message>
        <source>Take this key away</source>
        <translation>移除此按键</translation>
    </message>
    <message>
        <source>Take {key} away</source>
        <translation>移除 {key}</translation>
    </message>
    <message>
        <source>Take {key} over</source>
        <translation>改用 {key}</translation>
    </message>
    <message>
        <source>{key} belongs to “{other}”.</source>
        <translation>{key} 已用于“{other}”。</translation>
    </message>
    <message>
        <source>{key} is set.</source>
        <translation>已设置 {key}。</translation>
    </message>
    <message>
        <source>“{other}” has no key now.</source>
        <translation>“{other}”现在没有按键。</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Change keys…</source>
        <translation>更改按键…</translation>
    </message>
    <message>
        <source>Class of the label, by its number</source>
        <translation>按编号设置标签类别</translation>
    </message>
    <message>
        <source>Close the outline, end the pose</source>
        <translation>闭合轮廓，结束姿态</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文本</translation>
    </message>
    <message>
        <source>Corner away; point absent</source>
        <translation>删除顶点；关键点设为不存在</translation>
    </message>
    <message>
        <source>Corners and points</source>
        <translation>顶点和关键点</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>查找操作或按键</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键一览</translation>
    </message>
    <message>
        <source>Keys that two actions want: {list}</source>
        <translation>被两个操作占用的按键：{list}</translation>
    </message>
    <message>
        <source>Last corner or point back</source>
        <translation>退回上一个顶点或关键点</translation>
    </message>
    <message>
        <source>New corner after this one</source>
        <translation>在此顶点之后添加顶点</translation>
    </message>
    <message>
        <source>Next point of the pose</source>
        <translation>姿态的下一个关键点</translation>
    </message>
    <message>
        <source>Next point: occluded, absent</source>
        <translation>下一个关键点：遮挡、不存在</translation>
    </message>
    <message>
        <source>Next, previous corner or point</source>
        <translation>下一个、上一个顶点或关键点</translation>
    </message>
    <message>
        <source>Now: {hints}</source>
        <translation>当前可用：{hints}</translation>
    </message>
    <message>
        <source>Nudge the label by 1 pixel</source>
        <translation>将标签微移 1 像素</translation>
    </message>
    <message>
        <source>Nudge the label by 10 pixels</source>
        <translation>将标签微移 10 像素</translation>
    </message>
    <message>
        <source>Smaller, larger brush</source>
        <translation>画笔缩小、放大</translation>
    </message>
    <message>
        <source>The list is on the clipboard.</source>
        <translation>列表已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Wheel zooms at the pointer. Middle-drag or Alt-drag pans. Drag a handle or edge of the selected label to resize it, its inside to move it. Alt-click on a corner takes it away.</source>
        <translation>滚轮在指针处缩放。中键拖动或按住 Alt 拖动可平移。拖动选中标签的控制点或边可调整大小，拖动内部可移动。按住 Alt 单击顶点可删除。</translation>
    </message>
</context>
<context>
    <name>LabelClasses</name>
    <message>
        <source>Look at what each number is here, then confirm it.</source>
        <translation>请查看每个编号在这里是什么，然后确认。</translation>
    </message>
    <message>
        <source>Nothing beside the labels names their classes, and the project has none yet. Add its classes first, or put a classes.txt beside the labels with a name a line.</source>
        <translation>标签旁边没有任何文件说明类别名称，项目中也还没有类别。请先添加类别，或在标签旁放一个每行一个名称的 classes.txt。</translation>
    </message>
    <message>
        <source>Nothing beside the labels names their classes. By their place in the project's list the numbers are these; change what is different, then confirm it.</source>
        <translation>标签旁边没有任何文件说明类别名称。按项目列表中的位置，编号对应如下；请修改不同之处，然后确认。</translation>
    </message>
    <message>
        <source>Say what to do with: {names}.</source>
        <translation>请指定如何处理：{names}。</translation>
    </message>
    <message>
        <source>The numbers mean these classes</source>
        <translation>这些编号就是这些类别</translation>
    </message>
    <message>
        <source>The project has no class yet; it takes those of the labels, in their order.</source>
        <translation>项目还没有类别；将按顺序采用标签中的类别。</translation>
    </message>
    <message>
        <source>What the labels call a class, and what it is here; nothing is guessed.</source>
        <translation>标签中的类别名称，以及它在此处是什么；绝不猜测。</translation>
    </message>
    <message>
        <source>{number} (1 label)</source>
        <translation>{number}（1 个标签）</translation>
    </message>
    <message>
        <source>{number} ({n} labels)</source>
        <translation>{number}（{n} 个标签）</translation>
    </message>
</context>
<context>
    <name>LabelList</name>
    <message>
        <source>Labels of this image</source>
        <translation>此图像的标签</translation>
    </message>
    <message>
        <source>No class yet. [class_1], [class_2] … give it one.</source>
        <translation>还没有类别，按 [class_1]、[class_2] … 指定。</translation>
    </message>
    <message>
        <source>No objects shown. [box] draws one; [empty] says that nothing is here.</source>
        <translation>没有显示的对象。[box] 绘制，[empty] 表示这里什么都没有。</translation>
    </message>
    <message>
        <source>Nothing is on this image.</source>
        <translation>此图像上什么都没有。</translation>
    </message>
</context>
<context>
    <name>LeadPanel</name>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Classes short of verified objects</source>
        <translation>已验证对象不足的类别</translation>
    </message>
    <message>
        <source>Errors caught</source>
        <translation>发现的错误</translation>
    </message>
    <message>
        <source>Every class has {n} verified objects.</source>
        <translation>每个类别都有 {n} 个已验证的对象。</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Images a day</source>
        <translation>每天的图像数</translation>
    </message>
    <message>
        <source>Nobody has reviewed in the last {n} days.</source>
        <translation>过去 {n} 天没有人审核。</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Objects a day</source>
        <translation>每天的对象数</translation>
    </message>
    <message>
        <source>Real images to verify until the share is reached: {n}. At the pace of the last {days} days ({pace} images a day) that is on {date}.</source>
        <translation>达到比例前还需验证的真实图像：{n}。按最近 {days} 天的速度（每天 {pace} 张），将在 {date} 达到。</translation>
    </message>
    <message>
        <source>Real images to verify until the share is reached: {n}. Nobody verifies any at present.</source>
        <translation>达到比例前还需验证的真实图像：{n}。目前没有人在验证。</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>审核者</translation>
    </message>
    <message>
        <source>Reviewers</source>
        <translation>各审核人</translation>
    </message>
    <message>
        <source>Show figures of single people in this project</source>
        <translation>在此项目中显示个人数据</translation>
    </message>
    <message>
        <source>The share that the policy demands is reached.</source>
        <translation>已达到策略要求的比例。</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>尚不清楚</translation>
    </message>
    <message>
        <source>to {n}</source>
        <translation>距 {n}</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>已验证</translation>
    </message>
    <message>
        <source>{n} more classes</source>
        <translation>另有 {n} 个类别</translation>
    </message>
    <message>
        <source>{rate} % of {n}</source>
        <translation>{n} 个中的 {rate} %</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>A job is running; wait for it or cancel it before you leave the project.</source>
        <translation>任务正在运行；请等待或取消后再离开项目。</translation>
    </message>
    <message>
        <source>A job is running; wait for it or cancel it before you open another project.</source>
        <translation>任务正在运行；请等待或取消后再打开其他项目。</translation>
    </message>
    <message>
        <source>Add images</source>
        <translation>添加图像</translation>
    </message>
    <message>
        <source>Cancel it and close</source>
        <translation>取消并关闭</translation>
    </message>
    <message>
        <source>Close when it is done</source>
        <translation>完成后关闭</translation>
    </message>
    <message>
        <source>Open a project's folder</source>
        <translation>打开项目文件夹</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Predict this image</source>
        <translation>预测此图像</translation>
    </message>
    <message>
        <source>Record how images look</source>
        <translation>记录图像的样貌</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>Still running: {jobs}.</source>
        <translation>仍在运行：{jobs}。</translation>
    </message>
    <message>
        <source>There is no model in this project yet; Project › Predict adds one.</source>
        <translation>此项目还没有模型；可通过“项目 › 预测”添加。</translation>
    </message>
    <message>
        <source>You are known here as {name}, and recorded so.</source>
        <translation>您在此项目中以 {name} 的名字记录。</translation>
    </message>
    <message>
        <source>You review as {name}. File › Welcome page changes that.</source>
        <translation>您以 {name} 的身份审核。可在“文件 › 欢迎页”更改。</translation>
    </message>
    <message>
        <source>[settings] offers the keys of CVAT and labelImg.</source>
        <translation>按 [settings] 可选用 CVAT 和 labelImg 的按键方案。</translation>
    </message>
</context>
<context>
    <name>Manual</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>手册</translation>
    </message>
    <message>
        <source>No page says this.</source>
        <translation>没有页面提到它。</translation>
    </message>
    <message>
        <source>Page of the manual</source>
        <translation>手册页面</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>搜索手册</translation>
    </message>
</context>
<context>
    <name>Mapping</name>
    <message>
        <source>Add all that are open</source>
        <translation>添加所有未决定的类别</translation>
    </message>
    <message>
        <source>The model knows classes that this project does not. Say what each is; nothing is guessed.</source>
        <translation>模型含有此项目没有的类别。请逐一指定；程序不作猜测。</translation>
    </message>
    <message>
        <source>What {name} is here</source>
        <translation>{name} 在此对应</translation>
    </message>
    <message>
        <source>add to the class list</source>
        <translation>添加到类别列表</translation>
    </message>
    <message>
        <source>choose…</source>
        <translation>请选择…</translation>
    </message>
    <message>
        <source>is {name}</source>
        <translation>即 {name}</translation>
    </message>
    <message>
        <source>leave out</source>
        <translation>不使用</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
</context>
<context>
    <name>MeterBar</name>
    <message>
        <source>Real share now {share} ({n} of {all})</source>
        <translation>当前真实占比 {share}（{n} / {all}）</translation>
    </message>
    <message>
        <source>Share of real, verified images</source>
        <translation>真实且已验证图像的占比</translation>
    </message>
    <message>
        <source>The project's own policy demands it.</source>
        <translation>这是项目自己的策略所要求的。</translation>
    </message>
    <message>
        <source>What is grey is older than the last decision or the demands; Project › Export dataset says it anew.</source>
        <translation>灰色的数字早于最近一次判断或要求的更改；可通过“项目 › 导出数据集”更新。</translation>
    </message>
    <message>
        <source>in the next version {share}, needs {need}</source>
        <translation>下一版本中为 {share}，需要 {need}</translation>
    </message>
    <message>
        <source>the next version needs {need}</source>
        <translation>下一版本需要 {need}</translation>
    </message>
</context>
<context>
    <name>Minimap</name>
    <message>
        <source>Minimap</source>
        <translation>缩略导航图</translation>
    </message>
</context>
<context>
    <name>ModelField</name>
    <message>
        <source>A model of this kind can run any code its maker put in. If you trust where it comes from, tick the box; otherwise choose its .onnx or .pt form.</source>
        <translation>这种模型可以运行制作者放入的任何代码。如果您信任其来源,请勾选该框;否则请选择它的 .onnx 或 .pt 形式。</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Choose a model.</source>
        <translation>请选择模型。</translation>
    </message>
    <message>
        <source>File, or a name such as yolo26n.pt</source>
        <translation>文件，或 yolo26n.pt 之类的名称</translation>
    </message>
    <message>
        <source>Let Ultralytics download {name} from the internet</source>
        <translation>允许 Ultralytics 从互联网下载 {name}</translation>
    </message>
    <message>
        <source>Let this file run code (SHA-256 {digest})</source>
        <translation>允许此文件运行代码(SHA-256 {digest})</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型文件</translation>
    </message>
    <message>
        <source>The model gives {objects}; in this project their boxes are used.</source>
        <translation>该模型给出{objects}；本项目使用其边界框。</translation>
    </message>
    <message>
        <source>There is no model and no file {name}.</source>
        <translation>没有名为 {name} 的模型或文件。</translation>
    </message>
    <message>
        <source>Trained on {version}: claimed, the weights do not say so.</source>
        <translation>据称在 {version} 上训练；权重本身没有这样的记录。</translation>
    </message>
    <message>
        <source>{name} is not on this computer; agree to the download or choose a file.</source>
        <translation>此电脑上没有 {name}；请同意下载或选择文件。</translation>
    </message>
</context>
<context>
    <name>ModelReader</name>
    <message>
        <source>Read the model</source>
        <translation>读取模型</translation>
    </message>
</context>
<context>
    <name>MonitorPage</name>
    <message>
        <source>As of {time}</source>
        <translation>截至 {time}</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Monitor</source>
        <translation>监控</translation>
    </message>
    <message>
        <source>Nothing has moved further than chance moves it.</source>
        <translation>没有任何指标的变动超出偶然范围。</translation>
    </message>
    <message>
        <source>Nothing is compared yet. Verify images and export a version; the first is the reference.</source>
        <translation>还没有可比较的内容。请验证图像并导出一个版本；第一个版本即为基准。</translation>
    </message>
    <message>
        <source>Save as HTML…</source>
        <translation>另存为 HTML…</translation>
    </message>
    <message>
        <source>Show every figure</source>
        <translation>显示所有指标</translation>
    </message>
    <message>
        <source>Triangle: a notice; diamond: an alarm. A click on a point, or Enter, shows its images.</source>
        <translation>三角形为提醒，菱形为警报。点击一个点或按 Enter 键，可查看其图像。</translation>
    </message>
    <message>
        <source>Where the work stands</source>
        <translation>工作进展</translation>
    </message>
</context>
<context>
    <name>NewProject</name>
    <message>
        <source> pixels</source>
        <translation> 像素</translation>
    </message>
    <message>
        <source>17 for a person, another number, or a data.yaml with kpt_shape</source>
        <translation>人体为 17，也可填其他数字或含 kpt_shape 的 data.yaml</translation>
    </message>
    <message>
        <source>A job is running; wait for it or cancel it first.</source>
        <translation>任务正在运行；请等待或先取消。</translation>
    </message>
    <message>
        <source>A new or empty folder on this computer</source>
        <translation>此电脑上新建的或空的文件夹</translation>
    </message>
    <message>
        <source>A project is a folder with the decisions; images stay where they are.</source>
        <translation>项目是存放决定的文件夹；图像留在原处。</translation>
    </message>
    <message>
        <source>Choose a folder for the project.</source>
        <translation>请选择项目文件夹。</translation>
    </message>
    <message>
        <source>Choose a model file first; published weights tell their classes once they are here.</source>
        <translation>请先选择模型文件；公开权重的类别下载后才能得知。</translation>
    </message>
    <message>
        <source>Choose or make a folder for the project</source>
        <translation>选择或新建项目文件夹</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Counting the images…</source>
        <translation>正在清点图像…</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Input size</source>
        <translation>输入尺寸</translation>
    </message>
    <message>
        <source>Make the project</source>
        <translation>创建项目</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>新建项目</translation>
    </message>
    <message>
        <source>Objects are</source>
        <translation>对象形式</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>关键点</translation>
    </message>
    <message>
        <source>Project folder</source>
        <translation>项目文件夹</translation>
    </message>
    <message>
        <source>Reading the model…</source>
        <translation>正在读取模型……</translation>
    </message>
    <message>
        <source>Say what to do with: {names}.</source>
        <translation>请指定如何处理：{names}。</translation>
    </message>
    <message>
        <source>Say who you are: every decision is recorded with a name.</source>
        <translation>请填写姓名：每个决定都会连同姓名记录。</translation>
    </message>
    <message>
        <source>They come from</source>
        <translation>图像来源</translation>
    </message>
    <message>
        <source>This model is for {task}; choose that above, or another model.</source>
        <translation>此模型用于{task}；请在上方选择它，或换一个模型。</translation>
    </message>
    <message>
        <source>You review as</source>
        <translation>审核人</translation>
    </message>
    <message>
        <source>Your name, recorded with every decision</source>
        <translation>您的姓名，随每个决定记录</translation>
    </message>
</context>
<context>
    <name>NumbersSheet</name>
    <message>
        <source>Angle in degrees</source>
        <translation>角度（度）</translation>
    </message>
    <message>
        <source>Centre x</source>
        <translation>中心 x</translation>
    </message>
    <message>
        <source>Centre y</source>
        <translation>中心 y</translation>
    </message>
    <message>
        <source>Edit by numbers</source>
        <translation>按数值编辑</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左</translation>
    </message>
    <message>
        <source>Pixels of the image. Enter applies, Esc leaves.</source>
        <translation>单位为图像像素。Enter 应用，Esc 放弃。</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>上</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
</context>
<context>
    <name>ObjectCommands</name>
    <message>
        <source>Accepted: {name}.</source>
        <translation>已接受：{name}。</translation>
    </message>
    <message>
        <source>Add a class first: type its name under Classes on the right.</source>
        <translation>请先添加类别：在右侧“类别”下输入名称。</translation>
    </message>
    <message>
        <source>Another proposal lies there, to be decided by itself.</source>
        <translation>那里还有另一个候选，需单独判断。</translation>
    </message>
    <message>
        <source>Changed the region of {name}.</source>
        <translation>已更改 {name} 的区域。</translation>
    </message>
    <message>
        <source>Copied. [paste] puts it on this or another image.</source>
        <translation>已复制。按 [paste] 粘贴到此图像或其他图像。</translation>
    </message>
    <message>
        <source>Cut into {n} objects of {name}.</source>
        <translation>已切分为 {n} 个 {name} 对象。</translation>
    </message>
    <message>
        <source>Drawn as {name}. [class_1]–[class_9] or [class] gives it another class.</source>
        <translation>已绘制为 {name}。按 [class_1]–[class_9] 或 [class] 更改类别。</translation>
    </message>
    <message>
        <source>Duplicated: {n}.</source>
        <translation>已复制副本：{n}。</translation>
    </message>
    <message>
        <source>Locked again.</source>
        <translation>已重新锁定。</translation>
    </message>
    <message>
        <source>Moved {n} objects.</source>
        <translation>已移动 {n} 个对象。</translation>
    </message>
    <message>
        <source>Nothing is copied yet: select an object and press [copy].</source>
        <translation>尚未复制任何内容：选中对象后按 [copy]。</translation>
    </message>
    <message>
        <source>Pasted: {n}.</source>
        <translation>已粘贴：{n}。</translation>
    </message>
    <message>
        <source>Put away: {name}, which a program suggested.</source>
        <translation>已收起：{name}（程序的建议）。</translation>
    </message>
    <message>
        <source>Rejected: {name}.</source>
        <translation>已拒绝：{name}。</translation>
    </message>
    <message>
        <source>Rejected: {name}; {n} in all, with what was folded. [undo] takes it back.</source>
        <translation>已拒绝：{name}，连同折叠的共 {n} 个。[undo] 可撤销。</translation>
    </message>
    <message>
        <source>Removed: {name}.</source>
        <translation>已删除：{name}。</translation>
    </message>
    <message>
        <source>Select an object first: click it, or press [next_label].</source>
        <translation>请先选中一个对象：单击它，或按 [next_label]。</translation>
    </message>
    <message>
        <source>Select two outlines or more of one class: they become one object.</source>
        <translation>请选择两个或更多同一类别的轮廓：它们将成为一个对象。</translation>
    </message>
    <message>
        <source>The image stays complete; [undo] takes it back.</source>
        <translation>图像仍为完成状态；按 [undo] 撤销。</translation>
    </message>
    <message>
        <source>The marked one is as it was: click it first, or press [class].</source>
        <translation>已标出的对象保持原样：请先点击它，或按 [class]。</translation>
    </message>
    <message>
        <source>The next object you draw will be: {name}.</source>
        <translation>下一个绘制的对象类别：{name}。</translation>
    </message>
    <message>
        <source>This label is verified already.</source>
        <translation>此标签已经验证过。</translation>
    </message>
    <message>
        <source>This object is not verified yet; change it as it is.</source>
        <translation>此对象尚未验证；可以直接修改。</translation>
    </message>
    <message>
        <source>To be fixed later: {name}. It keeps the image from being complete.</source>
        <translation>稍后修正：{name}。在此之前图像不算完成。</translation>
    </message>
    <message>
        <source>{name} and {n} more</source>
        <translation>{name} 等，另有 {n} 个</translation>
    </message>
    <message>
        <source>{name} is verified by {who}. [edit_label] unlocks it to be changed.</source>
        <translation>{name} 已由 {who} 验证。按 [edit_label] 解锁后可修改。</translation>
    </message>
    <message>
        <source>{name}, verified by {who}, can be changed now. [edit_label] or [cancel] locks it again.</source>
        <translation>由 {who} 验证的 {name} 现在可以修改。按 [edit_label] 或 [cancel] 重新锁定。</translation>
    </message>
    <message>
        <source>{n} objects are {new} now.</source>
        <translation>{n} 个对象现为 {new}。</translation>
    </message>
    <message>
        <source>{n} outlines of {name} are one object now.</source>
        <translation>{n} 个 {name} 轮廓现已成为一个对象。</translation>
    </message>
    <message>
        <source>{old} is {new} now.</source>
        <translation>{old} 已改为 {new}。</translation>
    </message>
</context>
<context>
    <name>Overrides</name>
    <message>
        <source>Let the rule hold again: {rule}</source>
        <translation>让规则重新生效：{rule}</translation>
    </message>
    <message>
        <source>Override</source>
        <translation>设为例外</translation>
    </message>
    <message>
        <source>Reason for the override</source>
        <translation>设为例外的理由</translation>
    </message>
    <message>
        <source>Rule that need not hold</source>
        <translation>可不满足的规则</translation>
    </message>
    <message>
        <source>Why; it goes into the receipt with your name</source>
        <translation>理由；会连同您的姓名写入凭据</translation>
    </message>
    <message>
        <source>{rule}: {reason} ({by})</source>
        <translation>{rule}：{reason}（{by}）</translation>
    </message>
</context>
<context>
    <name>PageFrame</name>
    <message>
        <source>Back to the images</source>
        <translation>返回图像</translation>
    </message>
</context>
<context>
    <name>PagePicker</name>
    <message>
        <source>Next page of the file</source>
        <translation>文件的下一页</translation>
    </message>
    <message>
        <source>Only to look at: labels and training know page 1 alone.</source>
        <translation>仅供查看：标签和训练只使用第 1 页。</translation>
    </message>
    <message>
        <source>Page {page} / {pages}</source>
        <translation>第 {page} / {pages} 页</translation>
    </message>
    <message>
        <source>Previous page of the file</source>
        <translation>文件的上一页</translation>
    </message>
</context>
<context>
    <name>PathField</name>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
</context>
<context>
    <name>Planned</name>
    <message>
        <source>Enter or a double click shows the image.</source>
        <translation>按 Enter 或双击可显示图像。</translation>
    </message>
    <message>
        <source>Images to verify, best first</source>
        <translation>待验证的图像（最有用的在前）</translation>
    </message>
    <message>
        <source>Leave out more than half of the candidates all the same</source>
        <translation>仍然排除超过一半的候选图像</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图示</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>What each rule costs</source>
        <translation>查看每条规则的代价</translation>
    </message>
    <message>
        <source>What the version would hold is shown here as soon as it can be written.</source>
        <translation>能够导出时，此处会显示该版本的内容。</translation>
    </message>
    <message>
        <source>What to verify</source>
        <translation>需要验证什么</translation>
    </message>
    <message>
        <source>What to verify instead is listed above.</source>
        <translation>可改为验证的内容列在上方。</translation>
    </message>
    <message>
        <source>Working out what each rule costs…</source>
        <translation>正在计算每条规则的代价…</translation>
    </message>
    <message>
        <source>left out as {reason}: {n}</source>
        <translation>排除（{reason}）：{n}</translation>
    </message>
</context>
<context>
    <name>Predict</name>
    <message>
        <source>All images (on reviewed ones only to compare)</source>
        <translation>全部图像（已审核的仅作比较）</translation>
    </message>
    <message>
        <source>Compute on</source>
        <translation>计算设备</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Keep from confidence</source>
        <translation>保留的最低置信度</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Proposals appear as they are made. What people decided is never changed by a model.</source>
        <translation>候选会随时出现。模型绝不会更改人的决定。</translation>
    </message>
    <message>
        <source>Read the model</source>
        <translation>读取模型</translation>
    </message>
    <message>
        <source>Reading the model…</source>
        <translation>正在读取模型……</translation>
    </message>
    <message>
        <source>Say what to do with: {names}.</source>
        <translation>请指定如何处理：{names}。</translation>
    </message>
    <message>
        <source>The model does not name its classes. They are filled in by number: check each of them.</source>
        <translation>该模型没有类别名称。已按编号填入,请逐一核对。</translation>
    </message>
    <message>
        <source>Then press Predict again.</source>
        <translation>然后再按一次“预测”。</translation>
    </message>
    <message>
        <source>Unreviewed images</source>
        <translation>未审核的图像</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source> pixels</source>
        <translation> 像素</translation>
    </message>
    <message>
        <source> seconds</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>A model that looks at one image for longer is stopped.</source>
        <translation>模型处理一张图像超过此时间即被停止。</translation>
    </message>
    <message>
        <source>A model's time for an image</source>
        <translation>模型处理一张图像的时限</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>亮度</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>更改按键…</translation>
    </message>
    <message>
        <source>Classes are in</source>
        <translation>类别颜色</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Confidence on labels</source>
        <translation>标签上显示置信度</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>对比度</translation>
    </message>
    <message>
        <source>Counts from the next project you open; this one goes on under the old name.</source>
        <translation>从下次打开的项目起生效；当前项目仍用原名。</translation>
    </message>
    <message>
        <source>Crosshair while drawing</source>
        <translation>绘制时显示十字线</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Fill of labels</source>
        <translation>标签填充</translation>
    </message>
    <message>
        <source>For you on this computer, in every project.</source>
        <translation>适用于您在此电脑上的所有项目。</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>伽马</translation>
    </message>
    <message>
        <source>Keep the zoom from image to image of one size in a source</source>
        <translation>同一来源、同一尺寸的图像之间保持缩放</translation>
    </message>
    <message>
        <source>Keys as in</source>
        <translation>按键方案</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Minimap in a corner while only a part of the picture is seen</source>
        <translation>仅显示图像局部时，在角落显示缩略导航图</translation>
    </message>
    <message>
        <source>Names on labels</source>
        <translation>标签上显示名称</translation>
    </message>
    <message>
        <source>Pixel grid when enlarged</source>
        <translation>放大时显示像素网格</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Show the picture as it is</source>
        <translation>按原样显示图像</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Small pictures in the image list</source>
        <translation>在图像列表中显示缩略图</translation>
    </message>
    <message>
        <source>Ten that the colour-blind tell apart too</source>
        <translation>色觉异常者也能区分的十种颜色</translation>
    </message>
    <message>
        <source>Thickness of outlines</source>
        <translation>轮廓线粗细</translation>
    </message>
    <message>
        <source>Thirty colours</source>
        <translation>三十种颜色</translation>
    </message>
    <message>
        <source>You review as</source>
        <translation>审核人</translation>
    </message>
    <message>
        <source>Your name, recorded with every decision</source>
        <translation>您的姓名，随每个决定记录</translation>
    </message>
</context>
<context>
    <name>PresetField</name>
    <message>
        <source>Bring my own keys back</source>
        <translation>恢复我的按键</translation>
    </message>
    <message>
        <source>Keys as in</source>
        <translation>按键方案</translation>
    </message>
    <message>
        <source>The keys are those of {name} now.</source>
        <translation>按键已切换为 {name} 方案。</translation>
    </message>
    <message>
        <source>Your own changes to them are put away.</source>
        <translation>您自己的更改已暂存。</translation>
    </message>
</context>
<context>
    <name>ProgramUpdate</name>
    <message>
        <source>Updated: start again</source>
        <translation>已更新：请重新启动</translation>
    </message>
    <message>
        <source>verify-app was updated while it was open. Start it again when it suits you; what you decide until then is kept as always.</source>
        <translation>verify-app 在打开期间已更新。请在方便时重新启动；在此之前的决定照常保存。</translation>
    </message>
</context>
<context>
    <name>ProjectCheck</name>
    <message>
        <source>Check now</source>
        <translation>立即检查</translation>
    </message>
    <message>
        <source>Checking the project…</source>
        <translation>正在检查项目…</translation>
    </message>
    <message>
        <source>Close the project, keep a copy of its folder as it is, and go back to your last backup.</source>
        <translation>请关闭项目，原样保留其文件夹的副本，然后恢复到最近的备份。</translation>
    </message>
    <message>
        <source>Decisions of {name} that took no time at all: {labels} labels, {images} complete images. Ask whether a program made them.</source>
        <translation>{name} 完全没有花费时间的决定：{labels} 个标签，{images} 张已完成的图像。请确认是否由程序做出。</translation>
    </message>
    <message>
        <source>Every image file is there and unchanged.</source>
        <translation>所有图像文件都在，且没有改变。</translation>
    </message>
    <message>
        <source>Images whose file is another one now: {n}. Until somebody looks again, they do not count.</source>
        <translation>文件已变成另一个的图像：{n} 张。在有人重新查看之前，它们不计入。</translation>
    </message>
    <message>
        <source>Images whose file is not there: {n}. Relocate their source, or put the files back.</source>
        <translation>文件不存在的图像：{n} 张。请将其数据源重新定位，或把文件放回原处。</translation>
    </message>
    <message>
        <source>Project check</source>
        <translation>项目检查</translation>
    </message>
    <message>
        <source>Proves that the tables are what the record says, and reads every image file again.</source>
        <translation>证明各表与记录一致，并重新读取每个图像文件。</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>显示这些图像</translation>
    </message>
    <message>
        <source>The files were not looked at: the disk is full. Make room and check again.</source>
        <translation>没有查看文件：磁盘已满。请腾出空间后重新检查。</translation>
    </message>
    <message>
        <source>The files were not looked at: the project is only open to be read.</source>
        <translation>没有查看文件：项目以只读方式打开。</translation>
    </message>
    <message>
        <source>The record is sound.</source>
        <translation>记录完好。</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Next because: {reason}</source>
        <translation>显示原因：{reason}</translation>
    </message>
    <message>
        <source>The labels were hidden. Look at them, then press [complete] again.</source>
        <translation>标签刚才是隐藏的。请查看后再按 [complete]。</translation>
    </message>
    <message>
        <source>Why is this image unsure?</source>
        <translation>此图像为何存疑？</translation>
    </message>
    <message>
        <source>Why is this label unsure?</source>
        <translation>此标签为何存疑？</translation>
    </message>
    <message>
        <source>box</source>
        <translation>画框</translation>
    </message>
    <message>
        <source>keypoints</source>
        <translation>画关键点</translation>
    </message>
    <message>
        <source>oriented box</source>
        <translation>画旋转框</translation>
    </message>
    <message>
        <source>polygon</source>
        <translation>画多边形</translation>
    </message>
    <message>
        <source>{accept} accept   {reject} reject   {class_1}–{class_9} class   {select_all} select all   {crop_grid} back to the image   {keys} all keys</source>
        <translation>{accept} 接受   {reject} 拒绝   {class_1}–{class_9} 类别   {select_all} 全选   {crop_grid} 返回图像   {keys} 全部按键</translation>
    </message>
    <message>
        <source>{accept} the model is right   {reject} the label stands   {complete} all labels stand   {keys} all keys</source>
        <translation>{accept} 模型正确   {reject} 保留标签   {complete} 保留所有标签   {keys} 全部按键</translation>
    </message>
    <message>
        <source>{box} {draw}   {class_1}–{class_9} class   {complete} all is drawn, compare   {empty} nothing is on it   {keys} all keys</source>
        <translation>{box} {draw}   {class_1}–{class_9} 类别   {complete} 已全部绘制，进行比较   {empty} 图中没有对象   {keys} 全部按键</translation>
    </message>
    <message>
        <source>{cancel} stop drawing   {undo} take back the last point   {class_1}–{class_9} class   {select} select and edit   {keys} all keys</source>
        <translation>{cancel} 停止绘制   {undo} 撤回最后一个点   {class_1}–{class_9} 类别   {select} 选择和编辑   {keys} 全部按键</translation>
    </message>
    <message>
        <source>{complete} accept and go on   {class_1}–{class_9} class and go on   {class} find a class   {next} next image   {keys} all keys</source>
        <translation>{complete} 接受并继续   {class_1}–{class_9} 指定类别并继续   {class} 查找类别   {next} 下一张图像   {keys} 全部按键</translation>
    </message>
    <message>
        <source>{complete} complete and go on   {accept} accept   {reject} reject   {box} {draw}   {class_1}–{class_9} class   {next_label} next label   {keys} all keys</source>
        <translation>{complete} 完成并继续   {accept} 接受   {reject} 拒绝   {box} {draw}   {class_1}–{class_9} 类别   {next_label} 下一标签   {keys} 全部按键</translation>
    </message>
    <message>
        <source>{complete} go on   {next} next image   {keys} all keys</source>
        <translation>{complete} 继续   {next} 下一张图像   {keys} 全部按键</translation>
    </message>
</context>
<context>
    <name>ReviewState</name>
    <message>
        <source>No image fits this filter; choose another one on the left.</source>
        <translation>没有符合此筛选条件的图像；请在左侧另选条件。</translation>
    </message>
    <message>
        <source>No unreviewed image comes after this one; [previous_unreviewed] goes back to those before.</source>
        <translation>后面没有未审核的图像了；按 [previous_unreviewed] 返回前面的。</translation>
    </message>
    <message>
        <source>No unreviewed image comes before this one.</source>
        <translation>前面没有未审核的图像了。</translation>
    </message>
    <message>
        <source>Nothing in this list is left to review.</source>
        <translation>此列表已全部审核完毕。</translation>
    </message>
    <message>
        <source>The file was changed on disk just now; nothing was decided. Look again.</source>
        <translation>文件刚刚在磁盘上被更改；未作任何决定。请再看一遍。</translation>
    </message>
    <message>
        <source>The picture is not shown yet; nothing was decided.</source>
        <translation>图像尚未显示；未作任何决定。</translation>
    </message>
    <message>
        <source>This is the first image.</source>
        <translation>这是第一张图像。</translation>
    </message>
    <message>
        <source>This is the last image of the list.</source>
        <translation>这是列表中的最后一张图像。</translation>
    </message>
    <message>
        <source>class {id}</source>
        <translation>类别 {id}</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>any number</source>
        <translation>任意数量</translation>
    </message>
    <message>
        <source>at most {value}</source>
        <translation>最多 {value}</translation>
    </message>
    <message>
        <source>has {value}</source>
        <translation>现有 {value}</translation>
    </message>
    <message>
        <source>keeps {n} out</source>
        <translation>排除 {n} 张</translation>
    </message>
    <message>
        <source>needs {value}</source>
        <translation>需要 {value}</translation>
    </message>
    <message>
        <source>{rule} (overridden)</source>
        <translation>{rule}（例外）</translation>
    </message>
</context>
<context>
    <name>RunDisagreements</name>
    <message>
        <source>Leave it</source>
        <translation>暂不处理</translation>
    </message>
    <message>
        <source>The newest run does not see this {name}.</source>
        <translation>最新运行没有检测到这个 {name}。</translation>
    </message>
    <message>
        <source>The newest run outlines this {name} differently (thin line).</source>
        <translation>最新运行给出的这个 {name} 轮廓不同（细线）。</translation>
    </message>
    <message>
        <source>The newest run sees {name} here, and nothing is labelled.</source>
        <translation>最新运行在此检测到 {name}，但没有标签。</translation>
    </message>
    <message>
        <source>This is labelled {name}; the newest run says {theirs}.</source>
        <translation>标签为 {name}；最新运行认为是 {theirs}。</translation>
    </message>
</context>
<context>
    <name>SeenObjects</name>
    <message>
        <source>One object is smaller than 6 pixels on the screen; [zoom_object] shows it large.</source>
        <translation>有 1 个对象在屏幕上小于 6 像素；[zoom_object] 可放大显示。</translation>
    </message>
    <message>
        <source>One object was never in view; here it is. {key} again confirms.</source>
        <translation>有 1 个对象从未出现在视图中；就在这里。再按一次 {key} 确认。</translation>
    </message>
    <message>
        <source>Select an object first: click it, or press [next_label].</source>
        <translation>请先选中一个对象：单击它，或按 [next_label]。</translation>
    </message>
    <message>
        <source>This object was not in view; nothing was decided. Here it is: the same key again decides.</source>
        <translation>该对象不在视图中；未作任何决定。就在这里：再按一次同一个键即作决定。</translation>
    </message>
    <message>
        <source>{n} more are smaller than 6 pixels when the image is fitted; [zoom_object] goes on.</source>
        <translation>整幅显示时还有 {n} 个小于 6 像素；[zoom_object] 继续。</translation>
    </message>
    <message>
        <source>{n} objects are smaller than 6 pixels on the screen; [zoom_object] shows them large.</source>
        <translation>有 {n} 个对象在屏幕上小于 6 像素；[zoom_object] 可逐个放大显示。</translation>
    </message>
    <message>
        <source>{n} objects were never in view; here are {k} of them. {key} shows the next.</source>
        <translation>有 {n} 个对象从未出现在视图中；这里是其中 {k} 个。{key} 显示下一批。</translation>
    </message>
    <message>
        <source>{n} objects were never in view; here they are. {key} again confirms.</source>
        <translation>有 {n} 个对象从未出现在视图中；就在这里。再按一次 {key} 确认。</translation>
    </message>
    <message>
        <source>{n} of these objects were never in view; here they are. The same key again decides.</source>
        <translation>其中 {n} 个对象从未出现在视图中；就在这里。再按一次同一个键即作决定。</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>1 less sure one hidden</source>
        <translation>隐藏了 1 个置信度较低的</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Labels  {n}</source>
        <translation>标签  {n}</translation>
    </message>
    <message>
        <source>Labels  {n} · {left} to decide</source>
        <translation>标签  {n} · 待定 {left}</translation>
    </message>
    <message>
        <source>Proposals under this confidence are hidden, and dismissed on [complete]  ([less] shows more, [more] fewer)</source>
        <translation>低于此置信度的候选会隐藏，并在按 [complete] 时略过  （[less] 显示更多，[more] 显示更少）</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show proposals from this confidence</source>
        <translation>显示候选的最低置信度</translation>
    </message>
    <message>
        <source>nothing hidden</source>
        <translation>没有隐藏的候选</translation>
    </message>
    <message>
        <source>{n} hidden · {k} suggested</source>
        <translation>隐藏 {n} · 建议 {k}</translation>
    </message>
    <message>
        <source>{n} less sure ones hidden</source>
        <translation>隐藏了 {n} 个置信度较低的</translation>
    </message>
    <message>
        <source>{n} suggested by programs</source>
        <translation>{n} 条程序建议</translation>
    </message>
</context>
<context>
    <name>SimplifySheet</name>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Simplify the outline</source>
        <translation>简化轮廓</translation>
    </message>
    <message>
        <source>Tolerance in pixels</source>
        <translation>容差（像素）</translation>
    </message>
    <message>
        <source>{before} corners become {after}.</source>
        <translation>顶点由 {before} 个变为 {after} 个。</translation>
    </message>
</context>
<context>
    <name>SingleInstanceServer</name>
    <message>
        <source>This project was opened once more; it is open here already.</source>
        <translation>有人再次打开了此项目；它已经在这里打开。</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>A reason, then Enter</source>
        <translation>输入理由，然后按 Enter</translation>
    </message>
    <message>
        <source>Add images…</source>
        <translation>添加图像…</translation>
    </message>
    <message>
        <source>Folders that are not there: {names}. Plug the disk in, or relocate them.</source>
        <translation>不存在的文件夹：{names}。请接上磁盘，或将它们重新定位。</translation>
    </message>
    <message>
        <source>No images yet: File › Add images.</source>
        <translation>还没有图像：请用“文件 › 添加图像”。</translation>
    </message>
    <message>
        <source>Origin of {name}</source>
        <translation>{name} 的来源</translation>
    </message>
    <message>
        <source>Relocate…</source>
        <translation>重新定位…</translation>
    </message>
    <message>
        <source>Split again</source>
        <translation>重新划分</translation>
    </message>
    <message>
        <source>The images of {name} are shared out by the project's own ratio now.</source>
        <translation>{name} 的图像现在按项目自己的比例划分。</translation>
    </message>
    <message>
        <source>The publisher of {name} says which images are train, val and test. To put that aside for good, and share them out by the project's own ratio, click again.</source>
        <translation>{name} 的发布者指定了哪些图像属于 train、val 和 test。要永久搁置这一指定，并按项目自己的比例划分，请再次点击。</translation>
    </message>
    <message>
        <source>Where is {name} now?</source>
        <translation>{name} 现在在哪里？</translation>
    </message>
    <message>
        <source>{name} counted as synthetic so far. Why is all of it {origin}?</source>
        <translation>{name} 此前计为合成。为什么全部都是{origin}？</translation>
    </message>
    <message>
        <source>{name} is in {folder} now.</source>
        <translation>{name} 现位于 {folder}。</translation>
    </message>
    <message>
        <source>{name} is {origin} now; images with an origin of their own keep it.</source>
        <translation>{name} 现为“{origin}”；单独指定来源的图像保持不变。</translation>
    </message>
</context>
<context>
    <name>Thinning</name>
    <message>
        <source>Classes thinning out over generations, simulated</source>
        <translation>各代中变稀的类别（模拟）</translation>
    </message>
    <message>
        <source>Simulated generation; dashed line: half of what there was</source>
        <translation>模拟的代数；虚线为原有的一半</translation>
    </message>
</context>
<context>
    <name>Train</name>
    <message>
        <source>Compute on</source>
        <translation>计算设备</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>训练轮数</translation>
    </message>
    <message>
        <source>Image size</source>
        <translation>图像尺寸</translation>
    </message>
    <message>
        <source>No version is where it was written: move {name} back, or export it again.</source>
        <translation>没有版本在其写出的位置；请将 {name} 移回，或重新导出。</translation>
    </message>
    <message>
        <source>Read the model</source>
        <translation>读取模型</translation>
    </message>
    <message>
        <source>Reading the model…</source>
        <translation>正在读取模型……</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>起始模型</translation>
    </message>
    <message>
        <source>There is no version yet: export a dataset first.</source>
        <translation>还没有版本：请先导出数据集。</translation>
    </message>
    <message>
        <source>This model is for {task}, the project for {own}; choose another one.</source>
        <translation>此模型用于{task}，项目用于{own}；请另选一个。</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Trains with Ultralytics in a process of its own. Before the first epoch it checks that the trainer loaded exactly what the version's receipt says.</source>
        <translation>在独立进程中用 Ultralytics 训练。首个 epoch 之前会核对训练器加载的内容与版本凭据完全一致。</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>as the base model</source>
        <translation>与起始模型相同</translation>
    </message>
    <message>
        <source>{name} cannot be trained on: choose the .pt weights that it was made from.</source>
        <translation>无法在 {name} 上训练：请选择生成它的 .pt 权重。</translation>
    </message>
</context>
<context>
    <name>TrialBar</name>
    <message>
        <source>Go on  (Enter)</source>
        <translation>继续  (Enter)</translation>
    </message>
</context>
<context>
    <name>TrialController</name>
    <message>
        <source>A few images are copies with one error put in, to see whether errors are caught; nothing of them is kept as a label. Your results are under Project › How well you catch errors.</source>
        <translation>少数图像是加入一处错误的副本，用来检验错误能否被发现；不会作为标签保留。结果见“项目 › 您发现错误的能力”。</translation>
    </message>
    <message>
        <source>A few images are drawn without help, since people overlook what a model overlooks. Afterwards you settle what differs, one key each.</source>
        <translation>人容易忽略模型所忽略的，因此少数图像在没有提示的情况下绘制。之后逐个按键解决差异。</translation>
    </message>
    <message>
        <source>Caught.</source>
        <translation>已发现。</translation>
    </message>
    <message>
        <source>Draw what you see; what a model predicted is shown once you complete the image.</source>
        <translation>请绘制您看到的内容；完成图像后才显示模型的预测。</translation>
    </message>
    <message>
        <source>Missed.</source>
        <translation>已错过。</translation>
    </message>
    <message>
        <source>Not counted.</source>
        <translation>不计入。</translation>
    </message>
    <message>
        <source>On this copy {name} had been called {other}.</source>
        <translation>此副本中 {name} 被改称为 {other}。</translation>
    </message>
    <message>
        <source>On this copy {name} had been invented (thin line).</source>
        <translation>此副本中 {name} 是凭空添加的（细线）。</translation>
    </message>
    <message>
        <source>On this copy {name} had been left out (thin line).</source>
        <translation>此副本中 {name} 被删去了（细线）。</translation>
    </message>
    <message>
        <source>On this copy {name} had been moved; the thin line is where it belongs.</source>
        <translation>此副本中 {name} 被移动了；细线是其正确位置。</translation>
    </message>
    <message>
        <source>Right and still refused: {n}.</source>
        <translation>正确却被拒绝：{n}。</translation>
    </message>
    <message>
        <source>The last {n} altered images passed as shown. Take a break, or look again at what you completed just now.</source>
        <translation>最近 {n} 张改动图像被原样放过。请休息一下，或再看看刚刚完成的图像。</translation>
    </message>
    <message>
        <source>To be drawn blind.</source>
        <translation>请盲标此图像。</translation>
    </message>
</context>
<context>
    <name>TrialTarget</name>
    <message>
        <source>This image is answered; the first decision counts.</source>
        <translation>此图像已作答；以第一次决定为准。</translation>
    </message>
</context>
<context>
    <name>Trust</name>
    <message>
        <source>   another class</source>
        <translation>   其他类别</translation>
    </message>
    <message>
        <source>   invented</source>
        <translation>   凭空添加</translation>
    </message>
    <message>
        <source>   left out</source>
        <translation>   遗漏</translation>
    </message>
    <message>
        <source>   moved</source>
        <translation>   移位</translation>
    </message>
    <message>
        <source>Accepted proposals</source>
        <translation>已接受的候选</translation>
    </message>
    <message>
        <source>Altered copies before images</source>
        <translation>图像前的改动副本</translation>
    </message>
    <message>
        <source>Blind images</source>
        <translation>盲标图像</translation>
    </message>
    <message>
        <source>Errors caught</source>
        <translation>发现的错误</translation>
    </message>
    <message>
        <source>From altered copies and blind images you met in this project. Only you see this page.</source>
        <translation>来自您在此项目中遇到的改动副本和盲标图像。只有您能看到此页。</translation>
    </message>
    <message>
        <source>Hidden proposals are shown before an image is complete from a chance of</source>
        <translation>完成图像前，隐藏候选为真的可能性达到多少时显示</translation>
    </message>
    <message>
        <source>How well you catch errors</source>
        <translation>您发现错误的能力</translation>
    </message>
    <message>
        <source>Images drawn blind</source>
        <translation>盲标绘制的图像</translation>
    </message>
    <message>
        <source>Left undecided</source>
        <translation>未作决定</translation>
    </message>
    <message>
        <source>Right objects refused</source>
        <translation>误拒的正确对象</translation>
    </message>
    <message>
        <source>The last {n} altered copies passed as shown. Take a break, or look again at what you did last.</source>
        <translation>最近 {n} 个改动副本被原样放过。请休息一下，或再看看您最近的工作。</translation>
    </message>
    <message>
        <source>Your pace</source>
        <translation>您的速度</translation>
    </message>
    <message>
        <source>nothing known yet</source>
        <translation>尚无数据</translation>
    </message>
    <message>
        <source>off</source>
        <translation>未启用</translation>
    </message>
    <message>
        <source>{caught} of {shown}: {rate} % ({low} % to {high} %)</source>
        <translation>{caught} / {shown}：{rate} %（{low} % 至 {high} %）</translation>
    </message>
    <message>
        <source>{n} drawn, {settled} settled; added for the model: {missed}</source>
        <translation>绘制 {n}，已解决 {settled}；据模型补充：{missed}</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{n} / {all} 项</translation>
    </message>
    <message>
        <source>{seconds} s an image, {decisions} decisions a minute</source>
        <translation>每张 {seconds} 秒，每分钟 {decisions} 个决定</translation>
    </message>
</context>
<context>
    <name>UndoCommands</name>
    <message>
        <source>Done again: {what}.</source>
        <translation>已重做：{what}。</translation>
    </message>
    <message>
        <source>Undone: {what}.</source>
        <translation>已撤销：{what}。</translation>
    </message>
</context>
<context>
    <name>ValuesBar</name>
    <message>
        <source>More than 8 bits: shown as the model sees it.</source>
        <translation>超过 8 位：按模型所见显示。</translation>
    </message>
    <message>
        <source>Spread the values</source>
        <translation>拉伸灰度</translation>
    </message>
    <message>
        <source>Values {low} to {high} spread over black to white; the model sees 8 bits of them.</source>
        <translation>将 {low} 到 {high} 的值拉伸为黑到白；模型只看到其中 8 位。</translation>
    </message>
</context>
<context>
    <name>VersionChart</name>
    <message>
        <source>Images by origin</source>
        <translation>按来源的图像</translation>
    </message>
    <message>
        <source>Labels by class</source>
        <translation>按类别的标签</translation>
    </message>
    <message>
        <source>Labels by class, rarest first</source>
        <translation>按类别的标签（最稀有在前）</translation>
    </message>
    <message>
        <source>Labels by grade</source>
        <translation>按等级的标签</translation>
    </message>
    <message>
        <source>Show all {n} classes</source>
        <translation>显示全部 {n} 个类别</translation>
    </message>
    <message>
        <source>Show the rarest only</source>
        <translation>只显示最稀有的</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>A version is frozen: no edit of a source reaches its copies, and writing it again gives the same bytes.</source>
        <translation>版本是冻结的：编辑数据源不会影响其副本，再次写出得到相同的字节。</translation>
    </message>
    <message>
        <source>Choose a folder; the version gets a folder of its name in it</source>
        <translation>选择文件夹；版本会在其中得到同名文件夹</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>所在文件夹</translation>
    </message>
    <message>
        <source>How it differs from</source>
        <translation>比较对象</translation>
    </message>
    <message>
        <source>Kept what is said of {name}.</source>
        <translation>已保存 {name} 的说明。</translation>
    </message>
    <message>
        <source>Real share</source>
        <translation>真实占比</translation>
    </message>
    <message>
        <source>Receipt {digest} in {folder}</source>
        <translation>凭据 {digest}：{folder}</translation>
    </message>
    <message>
        <source>Restore a version</source>
        <translation>恢复版本</translation>
    </message>
    <message>
        <source>Restore its folder</source>
        <translation>恢复其文件夹</translation>
    </message>
    <message>
        <source>Save title and description</source>
        <translation>保存标题和描述</translation>
    </message>
    <message>
        <source>There is no version yet: export a dataset first.</source>
        <translation>还没有版本：请先导出数据集。</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Version to compare with</source>
        <translation>要比较的版本</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本列表</translation>
    </message>
    <message>
        <source>Write a version again</source>
        <translation>再次写出版本</translation>
    </message>
    <message>
        <source>Write it again to…</source>
        <translation>再次写出到…</translation>
    </message>
    <message>
        <source>Writes it to where it was, when it is not there any more.</source>
        <translation>当它已不在原处时，写回原处。</translation>
    </message>
    <message>
        <source>Writing… the job panel shows how far it is.</source>
        <translation>正在写出…进度见任务面板。</translation>
    </message>
    <message>
        <source>linked to the sources: {f}</source>
        <translation>链接到数据源：{f}</translation>
    </message>
    <message>
        <source>not there: {f}</source>
        <translation>不在原处：{f}</translation>
    </message>
</context>
<context>
    <name>ViewCommands</name>
    <message>
        <source>Brightness {a}, contrast {b}; [reset_view] shows the picture as it is.</source>
        <translation>亮度 {a}，对比度 {b}；按 [reset_view] 恢复原样。</translation>
    </message>
    <message>
        <source>Labels are hidden; [labels] shows them again.</source>
        <translation>标签已隐藏；按 [labels] 重新显示。</translation>
    </message>
    <message>
        <source>Proposals from {value} on are shown.</source>
        <translation>显示置信度 {value} 及以上的候选。</translation>
    </message>
    <message>
        <source>The picture is shown as it is.</source>
        <translation>图像按原样显示。</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>In CVAT, D is the previous image; here it is the next.</source>
        <translation>在 CVAT 中 D 为上一张，这里为下一张。</translation>
    </message>
    <message>
        <source>Keys as in</source>
        <translation>按键方案</translation>
    </message>
    <message>
        <source>Make the sample</source>
        <translation>生成示例</translation>
    </message>
    <message>
        <source>Making the sample in {folder}…</source>
        <translation>正在 {folder} 中生成示例……</translation>
    </message>
    <message>
        <source>New here? The sample opens small machine parts with a model's proposals on them: accept with {accept}, reject with {reject}, draw what is missing with {box}, and {complete} when an image is done. Nothing is downloaded.</source>
        <translation>初次使用？示例是带有模型候选的小型机械零件图像：按 {accept} 接受，{reject} 拒绝，{box} 补画遗漏，完成一张按 {complete}。无需下载任何内容。</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>新建项目…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>最近的项目</translation>
    </message>
    <message>
        <source>Review what a model proposed; train on what people verified.</source>
        <translation>审核模型的候选，用人工验证的数据训练。</translation>
    </message>
    <message>
        <source>The keys are those of {name} now; F1 shows them.</source>
        <translation>按键已切换为 {name} 方案；按 F1 查看。</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>试用示例</translation>
    </message>
    <message>
        <source>You review as</source>
        <translation>审核人</translation>
    </message>
    <message>
        <source>Your name as reviewer</source>
        <translation>审核人姓名</translation>
    </message>
    <message>
        <source>Your name, recorded with every decision</source>
        <translation>您的姓名，随每个决定记录</translation>
    </message>
</context>
<context>
    <name>WhatIf</name>
    <message>
        <source>A simulation, not a forecast: the project's own labels are learned from and made again, generation after generation. No model is trained, and nothing is written.</source>
        <translation>这是模拟，不是预测：用项目自己的标签一代代地学习并重新生成。不训练模型，也不写入任何内容。</translation>
    </message>
    <message>
        <source>Band of the runs for</source>
        <translation>显示波动范围的类别</translation>
    </message>
    <message>
        <source>Generations</source>
        <translation>代数</translation>
    </message>
    <message>
        <source>Real labels in each generation</source>
        <translation>每一代中的真实标签</translation>
    </message>
    <message>
        <source>Simulated over 1 generation: {thin} of {all} classes fall below half, {gone} of them are gone.</source>
        <translation>模拟 1 代：{all} 个类别中 {thin} 个降到一半以下，其中 {gone} 个消失。</translation>
    </message>
    <message>
        <source>Simulated over {n} generations: {thin} of {all} classes fall below half, {gone} of them are gone.</source>
        <translation>模拟 {n} 代：{all} 个类别中 {thin} 个降到一半以下，其中 {gone} 个消失。</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>假如</translation>
    </message>
    <message>
        <source>What the simulation says</source>
        <translation>模拟结果</translation>
    </message>
    <message>
        <source>{name}: below half from generation {n} on</source>
        <translation>{name}：从第 {n} 代起低于一半</translation>
    </message>
    <message>
        <source>{name}: below half from generation {n} on, gone in generation {gone}</source>
        <translation>{name}：从第 {n} 代起低于一半，第 {gone} 代消失</translation>
    </message>
</context>
<context>
    <name>ZoomLabel</name>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
</context>
<context>
    <name>_Mark</name>
    <message>
        <source>does not hold</source>
        <translation>不满足</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>满足</translation>
    </message>
</context>
<context>
    <name>_ModelLabel</name>
    <message>
        <source>Model: {name}</source>
        <translation>模型：{name}</translation>
    </message>
    <message>
        <source>Nobody took it into use: it predicted last, or is the newest.</source>
        <translation>没有人启用它：它是最后一次预测的或最新的模型。</translation>
    </message>
    <message>
        <source>round {round}, depth {depth}</source>
        <translation>第 {round} 轮，深度 {depth}</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>Origin of {path}</source>
        <translation>{path} 的来源</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>从列表移除</translation>
    </message>
    <message>
        <source>Take {path} off the list</source>
        <translation>从列表移除 {path}</translation>
    </message>
</context>
<context>
    <name>_Title</name>
    <message>
        <source>by {name}</source>
        <translation>由 {name}</translation>
    </message>
    <message>
        <source>gold</source>
        <translation>金标</translation>
    </message>
    <message>
        <source>unsure: {note}</source>
        <translation>存疑：{note}</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;Draw</source>
        <translation>绘制(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Project</source>
        <translation>项目(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>审核(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>100 %</source>
        <translation>100 %</translation>
    </message>
    <message>
        <source>About verify-app</source>
        <translation>关于 verify-app</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Accept all shown, complete, go on</source>
        <translation>接受全部显示项，完成并继续</translation>
    </message>
    <message>
        <source>Add a part to the outline</source>
        <translation>为轮廓添加部分</translation>
    </message>
    <message>
        <source>Add images…</source>
        <translation>添加图像…</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Blow up the selected label</source>
        <translation>放大选中的标签</translation>
    </message>
    <message>
        <source>Brighter</source>
        <translation>更亮</translation>
    </message>
    <message>
        <source>Brightness, contrast, gamma…</source>
        <translation>亮度、对比度、伽马…</translation>
    </message>
    <message>
        <source>Cancel, back to selecting</source>
        <translation>取消，回到选择</translation>
    </message>
    <message>
        <source>Class beyond the ninth: a second key</source>
        <translation>第九个之后的类别（再按一个键）</translation>
    </message>
    <message>
        <source>Class of the label…</source>
        <translation>标签的类别…</translation>
    </message>
    <message>
        <source>Class {n}</source>
        <translation>类别 {n}</translation>
    </message>
    <message>
        <source>Copy label</source>
        <translation>复制标签</translation>
    </message>
    <message>
        <source>Crops of all labels</source>
        <translation>所有标签的裁剪图</translation>
    </message>
    <message>
        <source>Crosshair</source>
        <translation>十字线</translation>
    </message>
    <message>
        <source>Cut a hole into the outline</source>
        <translation>在轮廓中挖孔</translation>
    </message>
    <message>
        <source>Cut the outline in two</source>
        <translation>将轮廓切成两个</translation>
    </message>
    <message>
        <source>Cycle…</source>
        <translation>循环…</translation>
    </message>
    <message>
        <source>Darker</source>
        <translation>更暗</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Delete label</source>
        <translation>删除标签</translation>
    </message>
    <message>
        <source>Draw a box</source>
        <translation>绘制边框</translation>
    </message>
    <message>
        <source>Draw a polygon</source>
        <translation>绘制多边形</translation>
    </message>
    <message>
        <source>Draw an oriented box</source>
        <translation>绘制旋转框</translation>
    </message>
    <message>
        <source>Draw keypoints</source>
        <translation>绘制关键点</translation>
    </message>
    <message>
        <source>Duplicate label</source>
        <translation>创建标签副本</translation>
    </message>
    <message>
        <source>Edit a verified label</source>
        <translation>编辑已验证的标签</translation>
    </message>
    <message>
        <source>Edit by numbers</source>
        <translation>按数值编辑</translation>
    </message>
    <message>
        <source>Erase from the outline</source>
        <translation>擦除轮廓</translation>
    </message>
    <message>
        <source>Evaluate…</source>
        <translation>评估…</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>评估结果</translation>
    </message>
    <message>
        <source>Export dataset…</source>
        <translation>导出数据集…</translation>
    </message>
    <message>
        <source>Find image by name</source>
        <translation>按名称查找图像</translation>
    </message>
    <message>
        <source>Fit to width</source>
        <translation>适合宽度</translation>
    </message>
    <message>
        <source>Fit to window</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Flag as unsure</source>
        <translation>标记为存疑</translation>
    </message>
    <message>
        <source>Heat: where objects are rare here</source>
        <translation>热图：此处对象偏少的地方</translation>
    </message>
    <message>
        <source>History of the image or label</source>
        <translation>图像或标签的历史</translation>
    </message>
    <message>
        <source>How well you catch errors…</source>
        <translation>您发现错误的能力…</translation>
    </message>
    <message>
        <source>Image list</source>
        <translation>图像列表</translation>
    </message>
    <message>
        <source>Join the selected outlines</source>
        <translation>合并选中的轮廓</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键一览</translation>
    </message>
    <message>
        <source>Keys follow the pointer</source>
        <translation>按键跟随指针</translation>
    </message>
    <message>
        <source>Labels and classes</source>
        <translation>标签和类别</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Less contrast</source>
        <translation>降低对比度</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>手册</translation>
    </message>
    <message>
        <source>Monitor</source>
        <translation>监控</translation>
    </message>
    <message>
        <source>More contrast</source>
        <translation>提高对比度</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>新建项目…</translation>
    </message>
    <message>
        <source>Next image</source>
        <translation>下一张图像</translation>
    </message>
    <message>
        <source>Next label</source>
        <translation>下一个标签</translation>
    </message>
    <message>
        <source>Next object under the pointer</source>
        <translation>指针下的下一个对象</translation>
    </message>
    <message>
        <source>Next page of the file</source>
        <translation>文件的下一页</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>窗口的下一部分</translation>
    </message>
    <message>
        <source>Next unreviewed image</source>
        <translation>下一张未审核图像</translation>
    </message>
    <message>
        <source>Nothing on this image</source>
        <translation>此图像无目标</translation>
    </message>
    <message>
        <source>Nudge down</source>
        <translation>向下微移</translation>
    </message>
    <message>
        <source>Nudge down by ten</source>
        <translation>向下微移 10 像素</translation>
    </message>
    <message>
        <source>Nudge left</source>
        <translation>向左微移</translation>
    </message>
    <message>
        <source>Nudge left by ten</source>
        <translation>向左微移 10 像素</translation>
    </message>
    <message>
        <source>Nudge right</source>
        <translation>向右微移</translation>
    </message>
    <message>
        <source>Nudge right by ten</source>
        <translation>向右微移 10 像素</translation>
    </message>
    <message>
        <source>Nudge up</source>
        <translation>向上微移</translation>
    </message>
    <message>
        <source>Nudge up by ten</source>
        <translation>向上微移 10 像素</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>打开项目…</translation>
    </message>
    <message>
        <source>Paint on the outline</source>
        <translation>用画笔涂抹轮廓</translation>
    </message>
    <message>
        <source>Paste label</source>
        <translation>粘贴标签</translation>
    </message>
    <message>
        <source>Pixel grid</source>
        <translation>像素网格</translation>
    </message>
    <message>
        <source>Point: visible, hidden, absent</source>
        <translation>关键点：可见、遮挡、不存在</translation>
    </message>
    <message>
        <source>Predict this image</source>
        <translation>预测此图像</translation>
    </message>
    <message>
        <source>Predict…</source>
        <translation>预测…</translation>
    </message>
    <message>
        <source>Previous image</source>
        <translation>上一张图像</translation>
    </message>
    <message>
        <source>Previous label</source>
        <translation>上一个标签</translation>
    </message>
    <message>
        <source>Previous page of the file</source>
        <translation>文件的上一页</translation>
    </message>
    <message>
        <source>Previous unreviewed image</source>
        <translation>上一张未审核图像</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Record how images look</source>
        <translation>记录图像的样貌</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Reject: false</source>
        <translation>拒绝：误检</translation>
    </message>
    <message>
        <source>Reject: fix later</source>
        <translation>拒绝：稍后修正</translation>
    </message>
    <message>
        <source>Reopen image</source>
        <translation>重新打开图像</translation>
    </message>
    <message>
        <source>Select all labels</source>
        <translation>选择所有标签</translation>
    </message>
    <message>
        <source>Select and edit</source>
        <translation>选择和编辑</translation>
    </message>
    <message>
        <source>Select crops that look alike</source>
        <translation>选择相似的裁剪图</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Show confidence</source>
        <translation>显示置信度</translation>
    </message>
    <message>
        <source>Show fewer proposals</source>
        <translation>减少显示的候选</translation>
    </message>
    <message>
        <source>Show labels</source>
        <translation>显示标签</translation>
    </message>
    <message>
        <source>Show more proposals</source>
        <translation>增加显示的候选</translation>
    </message>
    <message>
        <source>Show names</source>
        <translation>显示名称</translation>
    </message>
    <message>
        <source>Show the minimap</source>
        <translation>显示缩略导航图</translation>
    </message>
    <message>
        <source>Show the picture as it is</source>
        <translation>按原样显示图像</translation>
    </message>
    <message>
        <source>Simplify the polygon</source>
        <translation>简化多边形</translation>
    </message>
    <message>
        <source>Small pictures in the list</source>
        <translation>列表缩略图</translation>
    </message>
    <message>
        <source>Take other outlines off the first</source>
        <translation>从第一个轮廓中减去其他轮廓</translation>
    </message>
    <message>
        <source>Train…</source>
        <translation>训练…</translation>
    </message>
    <message>
        <source>Turn left by 15°</source>
        <translation>向左旋转 15°</translation>
    </message>
    <message>
        <source>Turn left by 1°</source>
        <translation>向左旋转 1°</translation>
    </message>
    <message>
        <source>Turn right by 15°</source>
        <translation>向右旋转 15°</translation>
    </message>
    <message>
        <source>Turn right by 1°</source>
        <translation>向右旋转 1°</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Unfold what lies on each other</source>
        <translation>展开重叠的对象</translation>
    </message>
    <message>
        <source>Versions…</source>
        <translation>版本列表…</translation>
    </message>
    <message>
        <source>Welcome page</source>
        <translation>欢迎页</translation>
    </message>
    <message>
        <source>What if…</source>
        <translation>假如…</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
</context>
<context>
    <name>compared</name>
    <message>
        <source>fewer</source>
        <translation>减少</translation>
    </message>
    <message>
        <source>in both</source>
        <translation>两者都有</translation>
    </message>
    <message>
        <source>more</source>
        <translation>增加</translation>
    </message>
    <message>
        <source>others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>real and verified</source>
        <translation>真实且已验证</translation>
    </message>
</context>
<context>
    <name>composition</name>
    <message>
        <source>Decided in the window, of the real and verified images</source>
        <translation>真实且已验证的图像中在窗口里判定的占比</translation>
    </message>
    <message>
        <source>Depth of the models behind unverified labels</source>
        <translation>未验证标签所依据模型的深度</translation>
    </message>
    <message>
        <source>Errors that every reviewer surely catches</source>
        <translation>每位审核人确定能发现的错误</translation>
    </message>
    <message>
        <source>Fresh human work, of what is new since the parent</source>
        <translation>父版本之后新增部分中的新人工工作</translation>
    </message>
    <message>
        <source>Hard floor by objects</source>
        <translation>按对象数的硬性下限</translation>
    </message>
    <message>
        <source>Hard floor of that share</source>
        <translation>该占比的硬性下限</translation>
    </message>
    <message>
        <source>Images in more than one split</source>
        <translation>出现在多个划分中的图像</translation>
    </message>
    <message>
        <source>Real and verified within each class, the rarest apart</source>
        <translation>每个类别中真实且已验证的占比（最稀有的除外）</translation>
    </message>
    <message>
        <source>Real and verified, of all training images</source>
        <translation>训练图像中真实且已验证的占比</translation>
    </message>
    <message>
        <source>Real and verified, of all training objects</source>
        <translation>训练对象中真实且已验证的占比</translation>
    </message>
    <message>
        <source>Unverified images in val, test and gold</source>
        <translation>val、test 和金标中未验证的图像</translation>
    </message>
    <message>
        <source>Verified objects of rare classes lost since the parent</source>
        <translation>父版本之后丢失的稀有类别已验证对象</translation>
    </message>
    <message>
        <source>Verified training images of the parent that are missing</source>
        <translation>父版本中有而现在缺少的已验证训练图像</translation>
    </message>
    <message>
        <source>belongs together with images of another split</source>
        <translation>与另一划分的图像同组</translation>
    </message>
    <message>
        <source>labels of a model that is too deep</source>
        <translation>模型过深的标签</translation>
    </message>
    <message>
        <source>put in val or test by the publisher and not verified</source>
        <translation>发布者将其放入 val 或 test，且尚未验证</translation>
    </message>
</context>
<context>
    <name>demands</name>
    <message>
        <source>as by images</source>
        <translation>与按图像相同</translation>
    </message>
    <message>
        <source>no rule</source>
        <translation>无规则</translation>
    </message>
    <message>
        <source>take none</source>
        <translation>不采用</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>It is written down in {file}.</source>
        <translation>详情已写入 {file}。</translation>
    </message>
    <message>
        <source>Something went wrong in the program ({kind}); your decisions are saved.</source>
        <translation>程序出现错误（{kind}）；您的决定已保存。</translation>
    </message>
    <message>
        <source>{folder} is open already; its window was brought to the front.</source>
        <translation>{folder} 已经打开；其窗口已移到最前面。</translation>
    </message>
</context>
<context>
    <name>marks</name>
    <message>
        <source>import + {said}</source>
        <translation>导入 + {said}</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>  … and {n} more.</source>
        <translation>  … 还有 {n} 项。</translation>
    </message>
    <message>
        <source>  … and {n} more; --json names them.</source>
        <translation>  … 另有 {n} 项。</translation>
    </message>
    <message>
        <source>"accept_shown_above" is a confidence from 0 to 1.</source>
        <translation>"accept_shown_above" 是 0 到 1 之间的置信度。</translation>
    </message>
    <message>
        <source>"box" is [x1, y1, x2, y2] in pixels.</source>
        <translation>"box" 是以像素为单位的 [x1, y1, x2, y2]。</translation>
    </message>
    <message>
        <source>"class" is a name of the class list.</source>
        <translation>"class" 是类别列表中的名称。</translation>
    </message>
    <message>
        <source>"classify" is for projects of that task and needs "class".</source>
        <translation>"classify" 用于该任务的项目，并且需要 "class"。</translation>
    </message>
    <message>
        <source>"fix_later" is true or false.</source>
        <translation>"fix_later" 是 true 或 false。</translation>
    </message>
    <message>
        <source>"flip_idx" of a skeleton names for each point the one it becomes in a mirror, and back.</source>
        <translation>骨架的 "flip_idx" 为每个点指明镜像后对应的点，并且可逆。</translation>
    </message>
    <message>
        <source>"kind" is human, agent or simulated; it makes no line a person's.</source>
        <translation>"kind" 是 human、agent 或 simulated；它不会使任何一行成为人的决定。</translation>
    </message>
    <message>
        <source>"kind":"simulated" is for sample projects; leave it out, and the line is a program's.</source>
        <translation>"kind":"simulated" 用于示例项目；省略它，该行就算作程序的。</translation>
    </message>
    <message>
        <source>"ms" is a whole number of milliseconds.</source>
        <translation>"ms" 是毫秒数，为整数。</translation>
    </message>
    <message>
        <source>"note" is text.</source>
        <translation>"note" 是文本。</translation>
    </message>
    <message>
        <source>"op" is one of {names}.</source>
        <translation>"op" 是以下之一：{names}。</translation>
    </message>
    <message>
        <source>"sha256" is the digest of the image's file: 64 digits from 0 to f.</source>
        <translation>"sha256" 是图像文件的摘要：64 位，每位为 0 到 f。</translation>
    </message>
    <message>
        <source>"side" is who is right: "model" or "label".</source>
        <translation>"side" 是正确的一方："model" 或 "label"。</translation>
    </message>
    <message>
        <source>"skeleton" is a list of pairs of points, counted from 0.</source>
        <translation>"skeleton" 是点对的列表，从 0 开始计数。</translation>
    </message>
    <message>
        <source>"{name}" is an id like "{letter}12".</source>
        <translation>"{name}" 是类似 "{letter}12" 的 ID。</translation>
    </message>
    <message>
        <source>"{strange}" is no field of {op}; it has {known}.</source>
        <translation>“{strange}”不是 {op} 的字段；它的字段是 {known}。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>--attest vouches for labels; say which with --labels, such as --labels yolo.</source>
        <translation>担保针对标注；请说明其格式，例如 YOLO。</translation>
    </message>
    <message>
        <source>--every {every} makes no sense; 1 takes every frame.</source>
        <translation>--every {every} 没有意义；1 表示取每一帧。</translation>
    </message>
    <message>
        <source>--filter "{text}" is not KEY=VALUE; the keys are: {keys}.</source>
        <translation>--filter "{text}" 不是 KEY=VALUE 的形式；可用的键：{keys}。</translation>
    </message>
    <message>
        <source>--format is one of {formats}.</source>
        <translation>--format 是以下之一：{formats}。</translation>
    </message>
    <message>
        <source>--fps {fps:g} makes no sense; give more than 0 and at most {most:g}.</source>
        <translation>--fps {fps:g} 没有意义；请给出大于 0 且不超过 {most:g} 的值。</translation>
    </message>
    <message>
        <source>--images is for labels apart from their pictures; whole images lie in their class's folder.</source>
        <translation>单独的图像文件夹用于与图片分开的标注；整图分类的图像位于其类别文件夹中。</translation>
    </message>
    <message>
        <source>--labels is one of none, auto, {formats}.</source>
        <translation>--labels 是 none、auto、{formats} 之一。</translation>
    </message>
    <message>
        <source>--map "{text}" is not "NAME=CLASS".</source>
        <translation>--map "{text}" 不是 "NAME=CLASS" 的形式。</translation>
    </message>
    <message>
        <source>--run-code takes the whole SHA-256 of a model (64 digits), not {sha256!r}.</source>
        <translation>--run-code 需要模型完整的 SHA-256（64 位），而不是 {sha256!r}。</translation>
    </message>
    <message>
        <source>--which is one of {names}.</source>
        <translation>--which 是以下之一：{names}。</translation>
    </message>
    <message>
        <source>1 fact</source>
        <translation>1 条事实</translation>
    </message>
    <message>
        <source>1 generation</source>
        <translation>1 代</translation>
    </message>
    <message>
        <source>1 gold image</source>
        <translation>1 张金标图像</translation>
    </message>
    <message>
        <source>1 image</source>
        <translation>1 张图像</translation>
    </message>
    <message>
        <source>1 image keeps the split of an earlier export.</source>
        <translation>1 张图像保持先前导出的划分。</translation>
    </message>
    <message>
        <source>1 image left out to reach it; {share} of {n} images in train real and verified.</source>
        <translation>为达到占比排除 1 张；训练集 {n} 张图像中 {share} 真实且已验证。</translation>
    </message>
    <message>
        <source>1 image that nobody completed was left out.</source>
        <translation>已排除 1 张无人完成的图像。</translation>
    </message>
    <message>
        <source>1 image that {version} trained on, still real and verified, would be missing.</source>
        <translation>{version} 训练用过、至今仍真实且已验证的 1 张图像将会缺失。</translation>
    </message>
    <message>
        <source>1 label</source>
        <translation>1 个标签</translation>
    </message>
    <message>
        <source>1 label file belongs to no picture: {names}.</source>
        <translation>1 个标签文件没有对应的图像：{names}。</translation>
    </message>
    <message>
        <source>1 label has a class that is not in the class list.</source>
        <translation>有 1 个标签的类别不在类别列表中。</translation>
    </message>
    <message>
        <source>1 label is attested.</source>
        <translation>1 个标签已担保。</translation>
    </message>
    <message>
        <source>1 more row of {table} is damaged.</source>
        <translation>{table} 还有 1 行损坏。</translation>
    </message>
    <message>
        <source>1 object</source>
        <translation>1 个目标</translation>
    </message>
    <message>
        <source>1 picture has no label file: {names}.</source>
        <translation>1 张图像没有标签文件：{names}。</translation>
    </message>
    <message>
        <source>1 picture that is listed is not there: {names}.</source>
        <translation>列表中有 1 张图像不存在：{names}。</translation>
    </message>
    <message>
        <source>1 point</source>
        <translation>1 个点</translation>
    </message>
    <message>
        <source>1 prediction</source>
        <translation>1 个预测</translation>
    </message>
    <message>
        <source>1 proposal is undecided; decide on it, or say "accept_shown_above": a confidence.</source>
        <translation>有 1 个候选未决定；请作出决定，或用 "accept_shown_above" 给出置信度。</translation>
    </message>
    <message>
        <source>1 rejected to be fixed later; settle it first.</source>
        <translation>有 1 个稍后修正项；请先处理。</translation>
    </message>
    <message>
        <source>1 says that it is synthetic and is synthetic here ({images})</source>
        <translation>1 张自称是合成的，此处按合成处理（{images}）</translation>
    </message>
    <message>
        <source>1 says that it is synthetic and is {origin} all the same, as you said ({images})</source>
        <translation>1 张自称是合成的，但仍按您的指定视为 {origin}（{images}）</translation>
    </message>
    <message>
        <source>1 verified label is on this image; remove it first if there is nothing on it.</source>
        <translation>此图像上有 1 个已验证标签；若确无目标请先删除。</translation>
    </message>
    <message>
        <source>1 {split} image</source>
        <translation>1 张 {split} 图像</translation>
    </message>
    <message>
        <source>A batch of {batch} images is impossible; give 1 or more.</source>
        <translation>一批 {batch} 张图像是不可能的；请给出 1 或更多。</translation>
    </message>
    <message>
        <source>A box is four numbers: x1, y1, x2, y2 in pixels.</source>
        <translation>边框是四个数：以像素为单位的 x1, y1, x2, y2。</translation>
    </message>
    <message>
        <source>A box needs at least one pixel either way inside the image.</source>
        <translation>边框在图像内的宽高至少各为 1 像素。</translation>
    </message>
    <message>
        <source>A box needs finite numbers: x1, y1, x2, y2 in pixels.</source>
        <translation>边框需要有限的数：以像素为单位的 x1, y1, x2, y2。</translation>
    </message>
    <message>
        <source>A chance of {chance:g} is not possible; choose one from 0 to 1.</source>
        <translation>概率 {chance:g} 不可能；请选择 0 到 1 之间的值。</translation>
    </message>
    <message>
        <source>A class name has at most {most} characters; {name}… has {n}.</source>
        <translation>类别名称最多 {most} 个字符；{name}… 有 {n} 个。</translation>
    </message>
    <message>
        <source>A class name is empty; give each class a name.</source>
        <translation>有类别名为空；请为每个类别命名。</translation>
    </message>
    <message>
        <source>A class of a whole image is a folder with its pictures; use --format yolo-images.</source>
        <translation>整幅图像的类别是装有其图像的文件夹；请使用 --format yolo-images。</translation>
    </message>
    <message>
        <source>A confidence for proposals is above 0 and at most 1; leave it out to take none.</source>
        <translation>候选的置信度大于 0 且不超过 1；不取候选则省略。</translation>
    </message>
    <message>
        <source>A confidence of {conf} makes no sense; give 0 or more and less than 1.</source>
        <translation>置信度 {conf} 没有意义；请给出大于等于 0 且小于 1 的值。</translation>
    </message>
    <message>
        <source>A correction needs another class or another region.</source>
        <translation>修正需要另一个类别或另一个区域。</translation>
    </message>
    <message>
        <source>A depth of {depth} is not allowed; choose one from 0 to {most}.</source>
        <translation>不允许深度 {depth}；请选择 0 到 {most}。</translation>
    </message>
    <message>
        <source>A hard floor of {share} is not allowed; it lies between {least} and 100 %, since below that a model forgets what is rare.</source>
        <translation>不允许硬性下限 {share}；它应在 {least} 到 100 % 之间，否则模型会遗忘罕见的内容。</translation>
    </message>
    <message>
        <source>A label has a class that is not in the class list.</source>
        <translation>有标签的类别不在类别列表中。</translation>
    </message>
    <message>
        <source>A label has a coordinate that is no finite number.</source>
        <translation>有标签的坐标不是有限的数。</translation>
    </message>
    <message>
        <source>A label has {n} points, where the project's skeleton has {points}.</source>
        <translation>有标签包含 {n} 个点，而项目的骨架有 {points} 个点。</translation>
    </message>
    <message>
        <source>A label in {place} has a class that the receipt does not list.</source>
        <translation>{place} 中有标签的类别未列在凭据中。</translation>
    </message>
    <message>
        <source>A label in {place} is not [class, grade, who, kind, door].</source>
        <translation>{place} 中的标签不是 [class, grade, who, kind, door]。</translation>
    </message>
    <message>
        <source>A label is {given}, where the project's objects are {wanted}; draw it again.</source>
        <translation>有标签是{given}，而项目的对象是{wanted}；请重新绘制。</translation>
    </message>
    <message>
        <source>A line is one JSON object.</source>
        <translation>一行是一个 JSON 对象。</translation>
    </message>
    <message>
        <source>A line needs "actor": which program it is of.</source>
        <translation>每行需要 "actor"：出自哪个程序。</translation>
    </message>
    <message>
        <source>A line needs "image": "&lt;source&gt;/&lt;path&gt;".</source>
        <translation>每行需要 "image": "&lt;source&gt;/&lt;path&gt;"。</translation>
    </message>
    <message>
        <source>A list of {n} classes is too long; {most} at most.</source>
        <translation>{n} 个类别的列表过长；最多 {most} 个。</translation>
    </message>
    <message>
        <source>A name has at most {most} characters; {start}… has {n}.</source>
        <translation>名称最多 {most} 个字符；{start}… 有 {n} 个。</translation>
    </message>
    <message>
        <source>A name is one line without tabs; write it with spaces.</source>
        <translation>名字只能是一行，不含制表符；请用空格书写。</translation>
    </message>
    <message>
        <source>A polygon is a list of parts; a part is a list of rings of [x, y] in pixels.</source>
        <translation>多边形是若干部分的列表；每一部分是由 [x, y]（像素）组成的环的列表。</translation>
    </message>
    <message>
        <source>A polygon needs a part, and every ring of it three corners or more.</source>
        <translation>多边形至少需要一个部分，且每个环至少有三个角点。</translation>
    </message>
    <message>
        <source>A program decides nothing for a person; what it says is a suggestion.</source>
        <translation>程序不能替人作决定；它所说的只是建议。</translation>
    </message>
    <message>
        <source>A program may suggest, flag, and undo its own; {op} is for a person to do.</source>
        <translation>程序可以提出建议、标记存疑和撤销自己的操作；{op} 须由人来做。</translation>
    </message>
    <message>
        <source>A project cannot be made in {folder}: {reason}.</source>
        <translation>无法在 {folder} 中创建项目：{reason}。</translation>
    </message>
    <message>
        <source>A question is a JSON object with id, policy, split and seed.</source>
        <translation>提问是包含 id、policy、split 和 seed 的 JSON 对象。</translation>
    </message>
    <message>
        <source>A range of confidence goes up, from 0 to 1: {text} does not.</source>
        <translation>置信度范围应在 0 到 1 之间由小到大：{text} 不符合。</translation>
    </message>
    <message>
        <source>A recall and a precision lie between 0 and 1.</source>
        <translation>召回率和精确率都在 0 到 1 之间。</translation>
    </message>
    <message>
        <source>A region is made of finite numbers, in pixels.</source>
        <translation>区域由以像素为单位的有限的数组成。</translation>
    </message>
    <message>
        <source>A region is one of: box, obb, polygon, keypoints, image.</source>
        <translation>区域是以下之一：box、obb、polygon、keypoints、image。</translation>
    </message>
    <message>
        <source>A ring of a polygon is a list of [x, y] in pixels.</source>
        <translation>多边形的环是 [x, y]（像素）的列表。</translation>
    </message>
    <message>
        <source>A saved filter needs a name of 1 to {most} characters.</source>
        <translation>已存筛选的名称需为 1 到 {most} 个字符。</translation>
    </message>
    <message>
        <source>A share of {rate:g} blind images is not possible; choose one from 0 (off) to {most:g}.</source>
        <translation>盲标图像的占比 {rate:g} 不可能；请选择 0（关闭）到 {most:g}。</translation>
    </message>
    <message>
        <source>A share of {rate:g} honeypots is not possible; choose one from 0 (off) to {most:g}.</source>
        <translation>蜜罐的占比 {rate:g} 不可能；请选择 0（关闭）到 {most:g}。</translation>
    </message>
    <message>
        <source>A skeleton needs "names": the list of its points.</source>
        <translation>骨架需要 "names"：其点的列表。</translation>
    </message>
    <message>
        <source>A split in {file} is neither a path nor a list of paths.</source>
        <translation>{file} 中有划分既不是路径也不是路径列表。</translation>
    </message>
    <message>
        <source>A title is one line of at most {title_length} letters, a description has at most {description_length}.</source>
        <translation>标题为一行，最多 {title_length} 个字；描述最多 {description_length} 个字。</translation>
    </message>
    <message>
        <source>A {name} of {share} is not allowed; choose one from 0 to 100 %.</source>
        <translation>不允许{name}为 {share}；请选择 0 到 100 %。</translation>
    </message>
    <message>
        <source>A {name} of {share} is not allowed; choose one from the hard floor of {floor} up to 100 %.</source>
        <translation>不允许{name}为 {share}；请选择从硬性下限 {floor} 到 100 %。</translation>
    </message>
    <message>
        <source>A {task} model: the boxes round its objects were taken.</source>
        <translation>{task} 模型：采用了其对象的外接边框。</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>Add and verify 1 more real image to keep all {all}.</source>
        <translation>再添加并验证 1 张真实图像，即可保留全部 {all} 张。</translation>
    </message>
    <message>
        <source>Add and verify 1 more real image with {hold} to keep all {all}.</source>
        <translation>再添加并核实一张真实图像（{hold}），即可保留全部 {all} 张。</translation>
    </message>
    <message>
        <source>Add and verify {n} more real images to keep all {all}.</source>
        <translation>再添加并验证 {n} 张真实图像，即可保留全部 {all} 张。</translation>
    </message>
    <message>
        <source>Add and verify {n} more real images with {hold} to keep all {all}.</source>
        <translation>再添加并核实 {n} 张真实图像（{hold}），即可保留全部 {all} 张。</translation>
    </message>
    <message>
        <source>Add real images and review them: a dataset needs real, human-verified data.</source>
        <translation>请添加真实图像并审核：数据集需要真实且经人工验证的数据。</translation>
    </message>
    <message>
        <source>Add, review and complete 1 more real image, to be ready to export.</source>
        <translation>要准备好导出，请再添加、审核并完成 1 张真实图像。</translation>
    </message>
    <message>
        <source>Add, review and complete {n} more real images, to be ready to export.</source>
        <translation>要准备好导出，请再添加、审核并完成 {n} 张真实图像。</translation>
    </message>
    <message>
        <source>Added images: {what}</source>
        <translation>新增的图像：{what}</translation>
    </message>
    <message>
        <source>Added {images}, {labels}.</source>
        <translation>已添加{images}、{labels}。</translation>
    </message>
    <message>
        <source>Added {images}, {labels}; {known} were known.</source>
        <translation>已添加{images}、{labels}；{known} 张此前已有。</translation>
    </message>
    <message>
        <source>Added {images}.</source>
        <translation>已添加{images}。</translation>
    </message>
    <message>
        <source>Added {images}; {known} were known.</source>
        <translation>已添加{images}；{known} 张此前已有。</translation>
    </message>
    <message>
        <source>Added {model} (round {round}, depth {depth}, {lineage}).</source>
        <translation>已添加 {model}（第 {round} 轮，深度 {depth}，{lineage}）。</translation>
    </message>
    <message>
        <source>Added {model} ({used}, round {round}, depth {depth}, {lineage}).</source>
        <translation>已添加 {model}（{used}，第 {round} 轮，深度 {depth}，{lineage}）。</translation>
    </message>
    <message>
        <source>All that is there belongs together, so it cannot be split.</source>
        <translation>现有图像全都属于一组，因此无法划分。</translation>
    </message>
    <message>
        <source>An [[override]] has rule, reason and by, each a text, and nothing else.</source>
        <translation>[[override]] 只含 rule、reason 和 by，且都是文本。</translation>
    </message>
    <message>
        <source>An image size of {imgsz} pixels makes no sense; give 32 to 8192.</source>
        <translation>图像尺寸 {imgsz} 像素没有意义；请给出 32 到 8192。</translation>
    </message>
    <message>
        <source>An object of this project has {wanted} points, this one has {given}.</source>
        <translation>此项目的对象有 {wanted} 个点，而这个有 {given} 个。</translation>
    </message>
    <message>
        <source>An oriented box is five numbers: cx, cy, width, height in pixels, angle.</source>
        <translation>旋转框是五个数：以像素为单位的 cx, cy, width, height 和角度 (angle)。</translation>
    </message>
    <message>
        <source>An oriented box needs sides of at least one pixel, and its centre inside the image.</source>
        <translation>旋转框的边长至少为 1 像素，且中心须在图像内。</translation>
    </message>
    <message>
        <source>An outline needs an area of at least one pixel inside the image.</source>
        <translation>轮廓在图像内的面积至少为 1 像素。</translation>
    </message>
    <message>
        <source>An {task} model: the boxes round its objects were taken.</source>
        <translation>{task} 模型：采用了其目标的外接框。</translation>
    </message>
    <message>
        <source>Another process kept {where} busy for {seconds} s; try again.</source>
        <translation>另一个进程占用 {where} 达 {seconds} 秒；请重试。</translation>
    </message>
    <message>
        <source>Another version is called {title} already; choose another title.</source>
        <translation>已有另一个版本名为 {title}；请选择其他标题。</translation>
    </message>
    <message>
        <source>As it is now</source>
        <translation>目前的情况</translation>
    </message>
    <message>
        <source>Attested now: {labels} on {images}; complete by that: {whole}.</source>
        <translation>现已担保：{images}上的{labels}；由此完成：{whole}。</translation>
    </message>
    <message>
        <source>Bands hold nine in ten of {runs} runs.</source>
        <translation>色带包含 {runs} 次模拟中的九成。</translation>
    </message>
    <message>
        <source>Cancelled; what was done until then is kept.</source>
        <translation>已取消；此前完成的内容会保留。</translation>
    </message>
    <message>
        <source>Change in brightness</source>
        <translation>亮度的变化</translation>
    </message>
    <message>
        <source>Change in class shares (Cramér's V)</source>
        <translation>类别占比的变化（克拉默 V）</translation>
    </message>
    <message>
        <source>Change in class shares (Jensen-Shannon)</source>
        <translation>类别占比的变化（詹森-香农）</translation>
    </message>
    <message>
        <source>Change in class shares (PSI)</source>
        <translation>类别占比的变化（PSI）</translation>
    </message>
    <message>
        <source>Change in objects per image</source>
        <translation>每张图像对象数的变化</translation>
    </message>
    <message>
        <source>Change in place, left to right</source>
        <translation>左右位置的变化</translation>
    </message>
    <message>
        <source>Change in place, top to bottom</source>
        <translation>上下位置的变化</translation>
    </message>
    <message>
        <source>Change in sharpness</source>
        <translation>清晰度的变化</translation>
    </message>
    <message>
        <source>Change in the diversity of pictures (Vendi)</source>
        <translation>图片多样性的变化（Vendi）</translation>
    </message>
    <message>
        <source>Change in the shape of objects</source>
        <translation>对象形状的变化</translation>
    </message>
    <message>
        <source>Change in the size of objects</source>
        <translation>对象大小的变化</translation>
    </message>
    <message>
        <source>Change in the size of pictures</source>
        <translation>图片大小的变化</translation>
    </message>
    <message>
        <source>Choose 1 to {most} generations and a real share from 0 to 1.</source>
        <translation>请选择 1 到 {most} 代，以及 0 到 1 之间的真实占比。</translation>
    </message>
    <message>
        <source>Class {number} in {file} has a list where its name should be.</source>
        <translation>{file} 中类别 {number} 的名称处是一个列表。</translation>
    </message>
    <message>
        <source>Class {number} in {file} has no name; write it there.</source>
        <translation>{file} 中类别 {number} 没有名称；请在其中写上。</translation>
    </message>
    <message>
        <source>Class {number} is {name} in {file}, but {other_name} in {other_file}. Add the folders one by one; or, where one of the two is wrong, name the YAML file that is right instead of its folder.</source>
        <translation>类别 {number} 在 {file} 中是 {name}，在 {other_file} 中却是 {other_name}。请逐个添加文件夹；若其中一个有误，请改为指定正确的 YAML 文件而非其文件夹。</translation>
    </message>
    <message>
        <source>Classes that are gone</source>
        <translation>消失的类别数</translation>
    </message>
    <message>
        <source>Compared with {name}.</source>
        <translation>与 {name} 比较。</translation>
    </message>
    <message>
        <source>Converting and comparing</source>
        <translation>正在转换并比较</translation>
    </message>
    <message>
        <source>Converting goes from a .pt to an .onnx file, not from {pt} to {out}.</source>
        <translation>转换是从 .pt 到 .onnx 文件，而不是从 {pt} 到 {out}。</translation>
    </message>
    <message>
        <source>Converting needs at least one image that can be opened, to compare the two forms on.</source>
        <translation>转换至少需要一张可以打开的图像，用来比较两种形式。</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>已修正</translation>
    </message>
    <message>
        <source>DOTA's labels are oriented boxes; a project for {task} needs another format.</source>
        <translation>DOTA 的标签是旋转框；{task} 项目需要其他格式。</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>深度</translation>
    </message>
    <message>
        <source>Drawing needs "class" and "{region}".</source>
        <translation>绘制需要 "class" 和 "{region}"。</translation>
    </message>
    <message>
        <source>Drift: {sentence}</source>
        <translation>漂移：{sentence}</translation>
    </message>
    <message>
        <source>Each --override needs its own --reason, in the same order.</source>
        <translation>每个 --override 都需要自己的 --reason，且顺序相同。</translation>
    </message>
    <message>
        <source>Error of the confidences (ECE)</source>
        <translation>置信度的误差（ECE）</translation>
    </message>
    <message>
        <source>Error of the confidences, by verdicts (ECE)</source>
        <translation>按裁定计算的置信度误差（ECE）</translation>
    </message>
    <message>
        <source>Evaluating {model} ran out of memory; choose a smaller imgsz or the device cpu.</source>
        <translation>评估 {model} 时内存不足；请减小 imgsz 或选择设备 cpu。</translation>
    </message>
    <message>
        <source>Even when nothing has changed, one look in {each} shows a figure outside its band by chance, and up to {over:.0%} of projects get a notice within ten versions. An alarm takes two in a row.</source>
        <translation>即使什么都没有变化，每 {each} 次查看也会有一次出现某个数值偶然超出范围带；在十个版本内，最多有 {over:.0%} 的项目会出现提醒。警报需要连续两次。</translation>
    </message>
    <message>
        <source>Even when nothing has changed, one look in {each} shows a figure outside its band by chance.</source>
        <translation>即使什么都没有变化，每 {each} 次查看也会有一次出现某个数值偶然超出范围带。</translation>
    </message>
    <message>
        <source>Event {event_id} changed {what} {key} from something it was not.</source>
        <translation>事件 {event_id} 更改 {what} {key} 时的原值与实际不符。</translation>
    </message>
    <message>
        <source>Every generation has {size} objects, {share} of them drawn from the labels that people verified.</source>
        <translation>每一代有 {size} 个对象，其中 {share} 取自人工核实的标签。</translation>
    </message>
    <message>
        <source>Every image of this project has a class; none can be empty.</source>
        <translation>此项目的每张图像都有类别；不能标为无目标。</translation>
    </message>
    <message>
        <source>Every point of a skeleton needs a name of its own.</source>
        <translation>骨架的每个点都需要各自的名称。</translation>
    </message>
    <message>
        <source>Facts {first} to {last} of {table} are not those that event {event_id} recorded.</source>
        <translation>{table} 的事实 {first} 到 {last} 不是事件 {event_id} 记录的内容。</translation>
    </message>
    <message>
        <source>Give a .pt file, or a project and a model.</source>
        <translation>请给出一个 .pt 文件，或一个项目和一个模型。</translation>
    </message>
    <message>
        <source>Give this image a class first: press its number, or {key_class} to find it by name.</source>
        <translation>请先指定图像类别：按其编号，或按 {key_class} 按名称查找。</translation>
    </message>
    <message>
        <source>Give {names} by their own options, not among the further trainer settings.</source>
        <translation>请用各自的选项指定 {names}，而不要放在其他训练设置中。</translation>
    </message>
    <message>
        <source>Give {name} by its own option, not among the further trainer settings.</source>
        <translation>请用专门的选项指定 {name}，而不要放在其他训练设置中。</translation>
    </message>
    <message>
        <source>HEIC is read once verify-app[heic] is installed.</source>
        <translation>安装 verify-app[heic] 后即可读取 HEIC。</translation>
    </message>
    <message>
        <source>If that is right, add `--by-number`; if not, say what each is, such as `--map "0={name}"`, or put a classes.txt there with a name a line.</source>
        <translation>如果正确，就按项目的编号使用；如果不对，请说明每个编号是什么（例如 0 = {name}），或在那里放一个每行一个名称的 classes.txt。</translation>
    </message>
    <message>
        <source>Image {number}: its file has changed since its labels came in; look at it.</source>
        <translation>图像 {number}：导入标签后其文件已改变；请查看。</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Images of unknown origin: {n}. Say under Project › Sources which are real; then review them.</source>
        <translation>来源未知的图像：{n} 张。请在“项目 › 数据源”中指明哪些是真实的，然后审核它们。</translation>
    </message>
    <message>
        <source>It belongs to {split} but was trained on, so it can measure nothing.</source>
        <translation>它属于 {split}，但已被用于训练，因此不能用来评测。</translation>
    </message>
    <message>
        <source>It belongs to {split} for good and is not real-verified; review it.</source>
        <translation>它固定属于 {split}，但不是真实且已验证的；请审核。</translation>
    </message>
    <message>
        <source>It belongs together with an image that is reserved for gold; reserve it too.</source>
        <translation>它与一张留作金标的图像属于一组；请将它也留作金标。</translation>
    </message>
    <message>
        <source>It belongs together with images in {split} and is not real-verified; review it.</source>
        <translation>它与 {split} 中的图像属于一组，但不是真实且已验证的；请审核。</translation>
    </message>
    <message>
        <source>It belongs together with {one} in {first} and with {two} in {second}, so it can be in neither.</source>
        <translation>它同时与 {first} 中的 {one} 和 {second} 中的 {two} 属于一组，因此两边都不能放。</translation>
    </message>
    <message>
        <source>It cannot be read ({reason}).</source>
        <translation>无法读取（{reason}）。</translation>
    </message>
    <message>
        <source>It has no class; a classified image has exactly one.</source>
        <translation>没有类别；分类图像恰好有一个类别。</translation>
    </message>
    <message>
        <source>It has {reason} classes; keep one.</source>
        <translation>有 {reason} 个类别；请只保留一个。</translation>
    </message>
    <message>
        <source>It is a broken link or not an ordinary file.</source>
        <translation>是失效的链接，或不是普通文件。</translation>
    </message>
    <message>
        <source>It is for {second}, but belongs together with {one}, which is for {first}.</source>
        <translation>它用于 {second}，但与用于 {first} 的 {one} 属于一组。</translation>
    </message>
    <message>
        <source>It is no video this program reads (MP4, MOV, AVI, MKV, WebM, MPEG, WMV, FLV, OGV), whatever its name says.</source>
        <translation>无论文件名如何，它都不是本程序能读取的视频（MP4、MOV、AVI、MKV、WebM、MPEG、WMV、FLV、OGV）。</translation>
    </message>
    <message>
        <source>It is verified by {name}; open its image to remove it.</source>
        <translation>它已由 {name} 验证；要删除请打开其图像。</translation>
    </message>
    <message>
        <source>It was not measured on gold: say --evaluate.</source>
        <translation>尚未在金标上测量：请先评估。</translation>
    </message>
    <message>
        <source>Its labels come from a model of depth {deepest}, the policy allows {depth}.</source>
        <translation>其标签来自深度 {deepest} 的模型，策略只允许 {depth}。</translation>
    </message>
    <message>
        <source>Its name is not valid UTF-8 text; rename the file or its folder.</source>
        <translation>其名称不是有效的 UTF-8 文本；请重命名该文件或其文件夹。</translation>
    </message>
    <message>
        <source>Its publisher put it in {split}, and it is not real-verified; verify or attest it.</source>
        <translation>其发布者将它放入 {split}，但它不是真实且已验证的；请验证或担保。</translation>
    </message>
    <message>
        <source>Keypoints are a list of [x, y, seen]; seen is 0, 1 or 2.</source>
        <translation>关键点是 [x, y, seen] 的列表；seen 为 0、1 或 2。</translation>
    </message>
    <message>
        <source>Keypoints are {"box": [x1, y1, x2, y2], "points": [[x, y, seen], ...]}.</source>
        <translation>关键点是 {"box": [x1, y1, x2, y2], "points": [[x, y, seen], ...]}。</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Labels cannot be put by in {folder}: {reason}. Make room there, or name another folder with the environment variable TMPDIR.</source>
        <translation>无法将标签暂存到 {folder}：{reason}。请腾出空间，或用环境变量 TMPDIR 指定其他文件夹。</translation>
    </message>
    <message>
        <source>Left as it is: you {did} (event {number}), and {why}.</source>
        <translation>保持不变：您的操作是“{did}”（事件 {number}），但{why}。</translation>
    </message>
    <message>
        <source>Left aside: {names}.</source>
        <translation>未导入的内容：{names}。</translation>
    </message>
    <message>
        <source>Left out for depth: {images} with {objects}, of {all} that nobody verified, labelled by {model} of depth {depth}, where the policy allows {allowed}; to have all of them in, predict them again with {better} (depth {less}), or verify {images}.</source>
        <translation>因深度而排除：{all} 张无人验证的图像中有{images}（{objects}）。它们的标签来自深度为 {depth} 的 {model}，而策略只允许 {allowed}；若要全部纳入，请用 {better}（深度 {less}）重新预测，或验证{images}。</translation>
    </message>
    <message>
        <source>Left out for depth: {images} with {objects}, of {all} that nobody verified, labelled by {model} of depth {depth}, where the policy allows {allowed}; to have all of them in, train a model on verified images alone and predict them again with it, or verify {images}.</source>
        <translation>因深度而排除：{all} 张无人验证的图像中有{images}（{objects}）。它们的标签来自深度为 {depth} 的 {model}，而策略只允许 {allowed}；若要全部纳入，请只用已验证的图像训练一个模型并重新预测，或验证{images}。</translation>
    </message>
    <message>
        <source>Left out: {images}.</source>
        <translation>已排除：{images}。</translation>
    </message>
    <message>
        <source>Left out: {image}. {why}</source>
        <translation>已排除：{image}。{why}</translation>
    </message>
    <message>
        <source>Left out: {n} ({reason})</source>
        <translation>已排除：{n}（{reason}）</translation>
    </message>
    <message>
        <source>Left out: {n} ({reason}): {images}</source>
        <translation>已排除：{n}（{reason}）：{images}</translation>
    </message>
    <message>
        <source>Line {number} of {file} is not written the way this program writes it.</source>
        <translation>{file} 的第 {number} 行不是本程序的写法。</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>正在加载模型</translation>
    </message>
    <message>
        <source>Locks do not hold in {folder}: two programs could change one project there; use another disk.</source>
        <translation>锁在 {folder} 中无效：两个程序可能同时修改同一个项目；请使用其他磁盘。</translation>
    </message>
    <message>
        <source>Look at what has drifted (Project › Monitor) before a new model is trained or taken into use.</source>
        <translation>在训练或启用新模型之前，请先查看发生了什么漂移（项目 › 监控）。</translation>
    </message>
    <message>
        <source>Looked at {images}.</source>
        <translation>已查看{images}。</translation>
    </message>
    <message>
        <source>Looked at {images}: {found}.</source>
        <translation>已查看{images}：{found}。</translation>
    </message>
    <message>
        <source>Looked at {images}: {found}; {known} were seen by this model before.</source>
        <translation>已查看{images}：{found}；{known} 张此模型曾看过。</translation>
    </message>
    <message>
        <source>Looked at {images}; of {known} everything was known.</source>
        <translation>已查看{images}；{known} 张的内容都已记录。</translation>
    </message>
    <message>
        <source>Looking for the images</source>
        <translation>正在查找图像</translation>
    </message>
    <message>
        <source>Made {where}: 1 object agrees (IoU {iou:.4f}, difference in confidence {conf:.4f}).</source>
        <translation>已生成 {where}：1 个对象一致（IoU {iou:.4f}，置信度差 {conf:.4f}）。</translation>
    </message>
    <message>
        <source>Made {where}: {n} objects agree (lowest IoU {iou:.4f}, largest difference in confidence {conf:.4f}).</source>
        <translation>已生成 {where}：{n} 个对象一致（最低 IoU {iou:.4f}，置信度最大差 {conf:.4f}）。</translation>
    </message>
    <message>
        <source>Merging needs two different classes of the list.</source>
        <translation>合并需要列表中两个不同的类别。</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>漏检</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>各模型</translation>
    </message>
    <message>
        <source>Monitor</source>
        <translation>监控</translation>
    </message>
    <message>
        <source>NMS is inside the file, which leaves out what is below a confidence of its own (0.25 as a rule).</source>
        <translation>文件内含 NMS，会去掉低于其自身置信度（通常为 0.25）的结果。</translation>
    </message>
    <message>
        <source>Name and reason for overriding {rule} are one line of at most {most} letters.</source>
        <translation>覆盖 {rule} 的姓名和理由各为一行，最多 {most} 个字。</translation>
    </message>
    <message>
        <source>Name at least one model to evaluate.</source>
        <translation>请至少指定一个要评估的模型。</translation>
    </message>
    <message>
        <source>Name each model once.</source>
        <translation>每个模型只指定一次。</translation>
    </message>
    <message>
        <source>New since {version}: {fresh} real-verified and {others} other ({share} fresh real-verified images, where {demanded} is demanded). That is enough for the next version.</source>
        <translation>自 {version} 以来新增：真实且已验证 {fresh} 张，其他 {others} 张（新增真实且已验证的占比 {share}，要求 {demanded}）。足够制作下一个版本。</translation>
    </message>
    <message>
        <source>New since {version}: {fresh} real-verified and {others} other ({share} fresh real-verified images, where {demanded} is demanded). Verify {more} more before the next version.</source>
        <translation>自 {version} 以来新增：真实且已验证 {fresh} 张，其他 {others} 张（新增真实且已验证的占比 {share}，要求 {demanded}）。制作下一个版本前请再验证 {more} 张。</translation>
    </message>
    <message>
        <source>No label file in {labels} ({n}) belongs to a picture in {place} ({pictures}): {names}.</source>
        <translation>{labels} 中的标签文件（{n} 个）都不对应 {place} 中的图像（{pictures} 张）：{names}。</translation>
    </message>
    <message>
        <source>No model has been chosen to compare pictures by, so only their brightness, blur and size are recorded; name one with --model, or let one predict.</source>
        <translation>未选择用于比较图像的模型，因此只记录了亮度、模糊度和尺寸；请选择一个，或让模型预测。</translation>
    </message>
    <message>
        <source>No model was trained, so nothing is taken into use.</source>
        <translation>没有训练模型，因此没有启用任何模型。</translation>
    </message>
    <message>
        <source>No number of verified images would keep them all; lower the share or remove what is not real.</source>
        <translation>验证再多图像也无法全部保留；请降低占比或移除非真实图像。</translation>
    </message>
    <message>
        <source>No precision was measured yet; evaluate once more to count false objects too.</source>
        <translation>尚未测量精确率；再评估一次即可把错误的对象也计算在内。</translation>
    </message>
    <message>
        <source>No recall was measured yet: reserve gold images, verify them, and run `verify-app evaluate` first.</source>
        <translation>尚未测量召回率：请先预留金标图像并核实，再评估模型。</translation>
    </message>
    <message>
        <source>No train image of version {version} has a label; verify some objects first.</source>
        <translation>版本 {version} 的训练图像都没有标签；请先验证一些对象。</translation>
    </message>
    <message>
        <source>Nobody called {name} has decided anything here; there are: {known}.</source>
        <translation>此处没有名为 {name} 的人作过决定；有：{known}。</translation>
    </message>
    <message>
        <source>Nobody called {name} has decided anything in {project}.</source>
        <translation>没有名为 {name} 的人在 {project} 中作过决定。</translation>
    </message>
    <message>
        <source>None of the {n} images is complete, so there is nothing to hand out; --every also writes what nobody has verified.</source>
        <translation>{n} 张图像都未完成，因此没有可交付的内容；无人核实的内容只在要求时交付。</translation>
    </message>
    <message>
        <source>None of the {n} label files in {path} belongs to a picture there: {names}.</source>
        <translation>{path} 中的 {n} 个标签文件都不对应那里的图像：{names}。</translation>
    </message>
    <message>
        <source>Not measured, taken as the average of {average:.0%}: {names}.</source>
        <translation>未测量，按平均值 {average:.0%} 计：{names}。</translation>
    </message>
    <message>
        <source>Not real-verified, and there are too few real-verified images to carry it.</source>
        <translation>不是真实且已验证的，而且真实且已验证的图像太少，不足以承载它。</translation>
    </message>
    <message>
        <source>Nothing beside the labels names their classes.</source>
        <translation>标签旁边没有任何内容说明其类别名称。</translation>
    </message>
    <message>
        <source>Nothing beside the labels of {path} names their classes, and the project has none yet: their numbers are {numbers}. Say what each is with --map "0=NAME", or put a classes.txt there with a name a line.</source>
        <translation>{path} 的标注旁没有类别名称，项目也还没有类别：编号为 {numbers}。请说明每个编号是什么，或在那里放一个每行一个名称的 classes.txt。</translation>
    </message>
    <message>
        <source>Nothing beside the labels of {path} names their classes, so --map takes numbers: --map "0={class_name}" and not "{name}=…".</source>
        <translation>{path} 的标注旁没有类别名称，因此按编号处理：请说明 0 是什么（例如 {class_name}），而不是 {name} 是什么。</translation>
    </message>
    <message>
        <source>Nothing beside the labels of {path} names their classes. By the project's list they would be {pairs}.</source>
        <translation>{path} 的标签旁边没有说明类别名称。按项目的列表应为 {pairs}。</translation>
    </message>
    <message>
        <source>Nothing beside the labels of {path} names their classes. It was said that {known}; say also what {numbers} is: --map "{first}=NAME".</source>
        <translation>{path} 的标注旁没有类别名称。已说明 {known}；请从 {first} 开始也说明 {numbers} 是什么。</translation>
    </message>
    <message>
        <source>Nothing can be decided on this image: {problem}</source>
        <translation>无法对此图像作出决定：{problem}</translation>
    </message>
    <message>
        <source>Nothing can be decided on {name}: {problem}</source>
        <translation>无法对 {name} 作出决定：{problem}</translation>
    </message>
    <message>
        <source>Nothing can be written to {folder}: {reason}.</source>
        <translation>无法写入 {folder}：{reason}。</translation>
    </message>
    <message>
        <source>Nothing has drifted, as far as chance lets one tell.</source>
        <translation>在能与偶然区分的范围内，没有任何漂移。</translation>
    </message>
    <message>
        <source>Nothing is labelled here. If there is nothing on this image, press {key_empty} (empty).</source>
        <translation>此处没有标签。若图像上确无目标，请按 {key_empty}（无目标）。</translation>
    </message>
    <message>
        <source>Nothing is left out for the share; {share} of 1 image in train real and verified.</source>
        <translation>无需为占比排除图像；训练集 1 张图像中 {share} 真实且已验证。</translation>
    </message>
    <message>
        <source>Nothing is left out for the share; {share} of {n} images in train real and verified.</source>
        <translation>无需为占比排除图像；训练集 {n} 张图像中 {share} 真实且已验证。</translation>
    </message>
    <message>
        <source>Nothing is left to review.</source>
        <translation>没有剩下要审阅的内容。</translation>
    </message>
    <message>
        <source>Nothing is new since {version}; there is no next version to write yet.</source>
        <translation>自 {version} 以来没有新内容；还没有下一个版本可写。</translation>
    </message>
    <message>
        <source>Nothing states the splits of {name}, so there is nothing to split again.</source>
        <translation>没有任何内容规定 {name} 的划分，因此无需重新划分。</translation>
    </message>
    <message>
        <source>Nothing to do yet: {n} of {wanted} real images are verified. Verify {more} more first.</source>
        <translation>还没有要做的事：需要 {wanted} 张真实图像，已验证 {n} 张。请先再验证 {more} 张。</translation>
    </message>
    <message>
        <source>Nothing to do yet: {n} of {wanted} real images were verified since {version}. Verify {more} more first.</source>
        <translation>还没有要做的事：自 {version} 以来需要 {wanted} 张真实图像，已验证 {n} 张。请先再验证 {more} 张。</translation>
    </message>
    <message>
        <source>ONNX Runtime could not start on {place}; check its GPU libraries or choose the device 'cpu'.</source>
        <translation>ONNX Runtime 无法在 {place} 上启动；请检查其 GPU 库，或选择设备 'cpu'。</translation>
    </message>
    <message>
        <source>ONNX Runtime failed ({reason}); try a smaller batch or another model.</source>
        <translation>ONNX Runtime 失败（{reason}）；请减小批量或换一个模型。</translation>
    </message>
    <message>
        <source>ONNX Runtime has no device '{device}' here; choose 'cpu' or the engine 'ultralytics'.</source>
        <translation>此处的 ONNX Runtime 没有设备 '{device}'；请选择 'cpu' 或引擎 'ultralytics'。</translation>
    </message>
    <message>
        <source>Objects of a project for {task} have no points; leave the skeleton out.</source>
        <translation>{task} 项目的对象没有点；请省略骨架。</translation>
    </message>
    <message>
        <source>Of {images} nothing came in that could be vouched for.</source>
        <translation>有 {images}没有导入可以担保的内容。</translation>
    </message>
    <message>
        <source>On this image nothing differs that is not settled.</source>
        <translation>此图像上没有尚未解决的差异。</translation>
    </message>
    <message>
        <source>One device is used at a time; name one, such as cuda:0.</source>
        <translation>一次只用一个设备；请指定一个，例如 cuda:0。</translation>
    </message>
    <message>
        <source>Only what a model predicted can be rejected to be fixed later; flag this one instead.</source>
        <translation>只有模型预测的对象才能“稍后修正”；请改为标记存疑。</translation>
    </message>
    <message>
        <source>Only what a model predicted can be rejected to be fixed later; put a suggestion away instead.</source>
        <translation>只有模型预测的对象才能“稍后修正”；对建议请改为收起。</translation>
    </message>
    <message>
        <source>Only {share} of the images and {objects} of the objects for training are real and verified, where the policy demands {demanded}; 1 image would have to be left out.</source>
        <translation>训练图像中只有 {share}、对象中只有 {objects} 真实且已验证，而策略要求 {demanded}；需排除 1 张图像。</translation>
    </message>
    <message>
        <source>Only {share} of the images and {objects} of the objects for training are real and verified, where the policy demands {demanded}; {n} images would have to be left out.</source>
        <translation>训练图像中只有 {share}、对象中只有 {objects} 真实且已验证，而策略要求 {demanded}；需排除 {n} 张图像。</translation>
    </message>
    <message>
        <source>Open {n} of the others there and complete them, or verify {more} more for training there; or go below it knowingly: --override min_seen_share --reason TEXT.</source>
        <translation>请在那里打开其余的 {n} 张并完成，或再为训练核实 {more} 张；如要有意低于要求，请在策略中写明理由后放开此规则。</translation>
    </message>
    <message>
        <source>Open {n} of the others there and complete them; or go below it knowingly: --override min_seen_share --reason TEXT.</source>
        <translation>请在那里打开其余的 {n} 张并完成；如要有意低于要求，请在策略中写明理由后放开此规则。</translation>
    </message>
    <message>
        <source>Or export with mode trim.</source>
        <translation>或者用 trim 模式导出。</translation>
    </message>
    <message>
        <source>Overridden by {name}: {rule} ({reason})</source>
        <translation>由 {name} 覆盖：{rule}（{reason}）</translation>
    </message>
    <message>
        <source>Overrides are written as [[override]] with rule, reason and by.</source>
        <translation>覆盖写作 [[override]]，包含 rule、reason 和 by。</translation>
    </message>
    <message>
        <source>Overriding {rule} needs who does it and why: give a name and a reason.</source>
        <translation>覆盖 {rule} 需要说明由谁、为什么：请给出姓名和理由。</translation>
    </message>
    <message>
        <source>Pascal VOC holds boxes only; labels for {task} need another format.</source>
        <translation>Pascal VOC 只能存放边框；{task} 的标签需要其他格式。</translation>
    </message>
    <message>
        <source>Pascal VOC holds boxes; a project for {task} needs another format.</source>
        <translation>Pascal VOC 存放的是边框；{task} 项目需要其他格式。</translation>
    </message>
    <message>
        <source>Pictures are compared by {model} from now on.</source>
        <translation>从现在起用 {model} 比较图像。</translation>
    </message>
    <message>
        <source>Pictures of this kind are not read ({kinds}); convert them to JPEG or PNG.</source>
        <translation>不读取这类图像（{kinds}）；请转换为 JPEG 或 PNG。</translation>
    </message>
    <message>
        <source>Points of a skeleton are counted from 0 to {count}.</source>
        <translation>骨架的点从 0 数到 {count}。</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>Precision not measured, taken as the average of {average:.0%}: {names}.</source>
        <translation>未测量精确率、按平均值 {average:.0%} 计算的有：{names}。</translation>
    </message>
    <message>
        <source>Predictions per image</source>
        <translation>每张图像的预测数</translation>
    </message>
    <message>
        <source>Predictions: {what}</source>
        <translation>预测：{what}</translation>
    </message>
    <message>
        <source>Project › Export dataset says what a version would hold, and what to verify for more.</source>
        <translation>“项目 › 导出数据集”会说明版本将包含什么，以及还要验证什么。</translation>
    </message>
    <message>
        <source>Publisher's {split}, not verified: {n} left out; verify or attest them, or `verify-app source split-again`.</source>
        <translation>发布者的 {split}，未核实：排除了 {n} 张；请核实或担保它们，或重新划分该来源（数据页）。</translation>
    </message>
    <message>
        <source>Qt does not start ({reason}).</source>
        <translation>Qt 无法启动（{reason}）。</translation>
    </message>
    <message>
        <source>Qt draws no text: no font is installed (Debian: fonts-dejavu-core).</source>
        <translation>Qt 无法绘制文字：没有安装字体（Debian：fonts-dejavu-core）。</translation>
    </message>
    <message>
        <source>Rare classes have fewer verified objects for training than in {version}: {classes}. Verify the images that lost them, or as many others; or go below it knowingly: --override tail_floor --reason TEXT.</source>
        <translation>稀有类别用于训练的已核实对象比 {version} 少：{classes}。请核实失去它们的图像，或同样多的其他图像；如要有意低于要求，请在策略中写明理由后放开此规则。</translation>
    </message>
    <message>
        <source>Ready from {n} images is not allowed; choose 1 to {most:,}.</source>
        <translation>不允许以 {n} 张图像作为可导出的起点；请选择 1 到 {most:,}。</translation>
    </message>
    <message>
        <source>Ready to export.</source>
        <translation>可以导出。</translation>
    </message>
    <message>
        <source>Ready to export; {n} more real images can be verified.</source>
        <translation>可以导出；还有 {n} 张真实图像可供验证。</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>Recall and precision stay as measured; in truth recall falls as a class gets rarer, so that rare classes go sooner.</source>
        <translation>召回率和精确率保持测量时的数值；实际上类别越稀有召回率越低，所以稀有的类别会更早消失。</translation>
    </message>
    <message>
        <source>Recall of the rare classes</source>
        <translation>稀有类别的召回率</translation>
    </message>
    <message>
        <source>Recall, as it was evaluated,</source>
        <translation>评估时的召回率</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Released {images} from gold.</source>
        <translation>已将{images}移出金标。</translation>
    </message>
    <message>
        <source>Removed {images} from the project.</source>
        <translation>已从项目中移除{images}。</translation>
    </message>
    <message>
        <source>Reserve more real images for gold and verify them; or look at the new model yourself and take it into use: `verify-app model use`.</source>
        <translation>请预留更多真实图像作为金标并核实；或自己检查新模型并启用（项目 › 循环）。</translation>
    </message>
    <message>
        <source>Reserved for gold and not real-verified yet; review it first.</source>
        <translation>已留作金标，但还不是真实且已验证的；请先审核。</translation>
    </message>
    <message>
        <source>Reserved for gold, but it is already a training image; release it from gold.</source>
        <translation>已留作金标，但它已是训练图像；请将其移出金标。</translation>
    </message>
    <message>
        <source>Reserved for gold, but only attested; open it and press {key}: then somebody has looked.</source>
        <translation>已留作金标，但仅有担保；请打开它并按 {key}：这样才算有人看过。</translation>
    </message>
    <message>
        <source>Reserved {images} for gold.</source>
        <translation>已将{images}留作金标。</translation>
    </message>
    <message>
        <source>Review and complete 1 more real image, to be ready to export.</source>
        <translation>要准备好导出，请再审核并完成 1 张真实图像。</translation>
    </message>
    <message>
        <source>Review and complete more real images: there is none for {splits} yet.</source>
        <translation>请继续审核并完成真实图像：{splits} 还没有图像。</translation>
    </message>
    <message>
        <source>Review and complete real images; {n} to go.</source>
        <translation>请审核并完成真实图像；还有 {n} 张待处理。</translation>
    </message>
    <message>
        <source>Review and complete {n} more real images, to be ready to export.</source>
        <translation>要准备好导出，请再审核并完成 {n} 张真实图像。</translation>
    </message>
    <message>
        <source>Review the {n} images that are left.</source>
        <translation>请审阅剩下的 {n} 张图像。</translation>
    </message>
    <message>
        <source>Reviewed {n} images, wrote {version}, trained {model}. {outcome}</source>
        <translation>已审核 {n} 张图像，写出 {version}，训练了 {model}。{outcome}</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>SQLite finds damage: {problem}.</source>
        <translation>SQLite 发现损坏：{problem}。</translation>
    </message>
    <message>
        <source>Say how many frames to take of a video: --every 10 (frames) or --fps 2 (a second).</source>
        <translation>请说明从视频中取多少帧：每隔若干帧，或每秒若干帧。</translation>
    </message>
    <message>
        <source>Say where the pixels in {folder} come from: --origin real, synthetic or unknown.</source>
        <translation>请说明 {folder} 中像素的来源：--origin real、synthetic 或 unknown。</translation>
    </message>
    <message>
        <source>Say where to write the version: verify-app export PROJECT OUT.</source>
        <translation>请指定版本写到哪里：verify-app export PROJECT OUT。</translation>
    </message>
    <message>
        <source>Say which difference; name just what it is about. There are: {known}.</source>
        <translation>请指明是哪个差异，只写它所涉及的内容。现有：{known}。</translation>
    </message>
    <message>
        <source>Say who starts the cycle: --by NAME.</source>
        <translation>请说明由谁启动循环：--by NAME。</translation>
    </message>
    <message>
        <source>Say who you are: a name has letters, digits or signs.</source>
        <translation>请说明您是谁：姓名由文字、数字或符号组成。</translation>
    </message>
    <message>
        <source>Say who you are: every decision is recorded with a name.</source>
        <translation>请说明您是谁：每个决定都会连同姓名记录。</translation>
    </message>
    <message>
        <source>Score on gold (mAP50-95 or top-1)</source>
        <translation>金标图像得分（mAP50-95 或 top-1）</translation>
    </message>
    <message>
        <source>Settings that cannot be used are back at their defaults: {names} (in {file}).</source>
        <translation>无法使用的设置已恢复默认值：{names}（在 {file} 中）。</translation>
    </message>
    <message>
        <source>Settle that, or go below it knowingly: --override accumulate --reason TEXT.</source>
        <translation>请解决该问题；如要有意低于要求，请在策略中写明理由后放开此规则。</translation>
    </message>
    <message>
        <source>Several versions are called {name}: {found}; name one so.</source>
        <translation>有多个版本名为 {name}：{found}；请这样指定。</translation>
    </message>
    <message>
        <source>Shaded: where chance alone keeps a figure. A change of 0 is none; changes in size, shape, place, number, brightness and sharpness are in standard deviations of the reference.</source>
        <translation>阴影部分：仅由偶然造成的数值范围。变化为 0 表示没有变化；大小、形状、位置、数量、亮度和清晰度的变化以基准的标准差为单位。</translation>
    </message>
    <message>
        <source>Share of images without objects</source>
        <translation>没有对象的图像占比</translation>
    </message>
    <message>
        <source>Share of near-duplicates</source>
        <translation>近似重复图片的占比</translation>
    </message>
    <message>
        <source>Share of predictions that were right</source>
        <translation>正确预测的占比</translation>
    </message>
    <message>
        <source>Share of the rare classes that are kept</source>
        <translation>得以保留的稀有类别占比</translation>
    </message>
    <message>
        <source>Simulated over {over}: below half: {thin}.</source>
        <translation>模拟 {over}：低于一半：{thin}。</translation>
    </message>
    <message>
        <source>Simulated over {over}: gone: {gone}.</source>
        <translation>模拟 {over}：消失：{gone}。</translation>
    </message>
    <message>
        <source>Simulated over {over}: gone: {gone}; below half: {thin}.</source>
        <translation>模拟 {over}：消失：{gone}；低于一半：{thin}。</translation>
    </message>
    <message>
        <source>Simulated: no class falls below half of what it is in {over}.</source>
        <translation>模拟：{over}内没有类别降到一半以下。</translation>
    </message>
    <message>
        <source>Skipped {n}:</source>
        <translation>跳过 {n} 项：</translation>
    </message>
    <message>
        <source>Somebody who reviewed image {image_id} is not on the list of reviewers.</source>
        <translation>审核过图像 {image_id} 的人不在审核员列表中。</translation>
    </message>
    <message>
        <source>Somebody writes to {file} all the time; try again when that is over.</source>
        <translation>有程序一直在写 {file}；请等结束后再试。</translation>
    </message>
    <message>
        <source>Source {name}</source>
        <translation>来源 {name}</translation>
    </message>
    <message>
        <source>Step {n} of {all}: {text}</source>
        <translation>第 {n} 步，共 {all} 步：{text}</translation>
    </message>
    <message>
        <source>That {folder} is yours cannot be remembered in {place} ({reason}); {variable}=1 says it of every project.</source>
        <translation>无法在 {place} 中记住 {folder} 是您的（{reason}）；设置 {variable}=1 则对所有项目都这样认定。</translation>
    </message>
    <message>
        <source>The 1 image is not complete, so there is nothing to hand out; --every also writes what nobody has verified.</source>
        <translation>1 张图像未完成，因此没有可交付的内容；无人核实的内容只在要求时交付。</translation>
    </message>
    <message>
        <source>The ONNX form of {name} does not say the same as the original ({missing} missing, least IoU {iou:.3f}, confidence off by {conf:.3f}), so it was not kept; use the .pt file itself.</source>
        <translation>{name} 的 ONNX 形式与原模型结果不一致（缺少 {missing}，最低 IoU {iou:.3f}，置信度相差 {conf:.3f}），因此未保留；请直接使用 .pt 文件。</translation>
    </message>
    <message>
        <source>The base model {base} was not found; give the path of a .pt file.</source>
        <translation>找不到基础模型 {base}；请给出 .pt 文件的路径。</translation>
    </message>
    <message>
        <source>The box of an object needs at least one pixel either way inside the image.</source>
        <translation>对象的边框在图像内的宽高至少各为 1 像素。</translation>
    </message>
    <message>
        <source>The catch rate</source>
        <translation>发现率</translation>
    </message>
    <message>
        <source>The class ids in {file} are not whole numbers.</source>
        <translation>{file} 中的类别 ID 不是整数。</translation>
    </message>
    <message>
        <source>The class ids in {file} do not run from 0 to {last} without a gap.</source>
        <translation>{file} 中的类别 ID 没有从 0 到 {last} 连续排列。</translation>
    </message>
    <message>
        <source>The class name {name} has a control character (U+{code:04X}).</source>
        <translation>类别名称 {name} 含有控制字符 (U+{code:04X})。</translation>
    </message>
    <message>
        <source>The class {name!r} cannot be the name of a folder on every system; rename it first.</source>
        <translation>类别 {name!r} 并非在所有系统上都能作文件夹名；请先重命名。</translation>
    </message>
    <message>
        <source>The class {name} stands twice in the list; class names must differ.</source>
        <translation>类别 {name} 在列表中出现了两次；类别名必须互不相同。</translation>
    </message>
    <message>
        <source>The classes of {path} are named, so --by-number made no difference.</source>
        <translation>{path} 的类别有名称，因此不需要编号。</translation>
    </message>
    <message>
        <source>The classes {first!r} and {second!r} would share a folder on some systems; rename one.</source>
        <translation>类别 {first!r} 和 {second!r} 在某些系统上会共用一个文件夹；请重命名其一。</translation>
    </message>
    <message>
        <source>The count of what could be trained on is not what counting gives.</source>
        <translation>可用于训练的数量与实际计数不符。</translation>
    </message>
    <message>
        <source>The counts of images are not what counting them gives.</source>
        <translation>图像数量与实际计数不符。</translation>
    </message>
    <message>
        <source>The counts of what models said and was there are not what counting them gives.</source>
        <translation>模型所说与实际存在的数量与实际计数不符。</translation>
    </message>
    <message>
        <source>The database cannot be read as a whole: {reason}.</source>
        <translation>无法读取整个数据库：{reason}。</translation>
    </message>
    <message>
        <source>The defaults for this computer in {file} cannot be used ({names}); tell who looks after it.</source>
        <translation>本机的默认设置 {file} 无法使用（{names}）；请告知管理员。</translation>
    </message>
    <message>
        <source>The disk of {where} is full; {recorded}. Free some space and try again.</source>
        <translation>{where} 所在磁盘已满；{recorded}。请腾出空间后重试。</translation>
    </message>
    <message>
        <source>The disk of {where} reported an error; {recorded}. Free space or check the disk.</source>
        <translation>{where} 所在磁盘报告错误；{recorded}。请腾出空间或检查磁盘。</translation>
    </message>
    <message>
        <source>The engine add-on in {folder} is of version {found} (Python {python}), this program is {version} (Python {own}); install the add-on of the same version.</source>
        <translation>{folder} 中的引擎附加包版本为 {found}（Python {python}），本程序为 {version}（Python {own}）；请安装相同版本的附加包。</translation>
    </message>
    <message>
        <source>The file cannot be read ({reason}); check its permissions and the disk.</source>
        <translation>无法读取文件（{reason}）；请检查其权限和磁盘。</translation>
    </message>
    <message>
        <source>The file has changed since it was last looked at; look at the folder again and review it.</source>
        <translation>上次查看后文件已改变；请重新查看该文件夹并审核它。</translation>
    </message>
    <message>
        <source>The file has {size:.1f} GB, too much for one picture; scale it down.</source>
        <translation>文件有 {size:.1f} GB，作为一张图像太大；请缩小。</translation>
    </message>
    <message>
        <source>The file is empty (0 bytes); copy it again from where it came.</source>
        <translation>文件为空（0 字节）；请从来源处重新复制。</translation>
    </message>
    <message>
        <source>The file is missing.</source>
        <translation>文件缺失。</translation>
    </message>
    <message>
        <source>The file is missing; put it back or relocate its source.</source>
        <translation>文件缺失；请放回原处或重新定位数据源。</translation>
    </message>
    <message>
        <source>The file is not an ordinary file.</source>
        <translation>该文件不是普通文件。</translation>
    </message>
    <message>
        <source>The file name {file!r} in {place} is none this program would write.</source>
        <translation>{place} 中的文件名 {file!r} 不是本程序会写的。</translation>
    </message>
    <message>
        <source>The file's name is not a valid path.</source>
        <translation>文件名不是有效的路径。</translation>
    </message>
    <message>
        <source>The first: {problem}</source>
        <translation>第一个：{problem}</translation>
    </message>
    <message>
        <source>The folder cannot be read ({reason}); it was skipped.</source>
        <translation>无法读取文件夹（{reason}）；已跳过。</translation>
    </message>
    <message>
        <source>The folder {name!r} was added: Ultralytics would take it for a class.</source>
        <translation>多出文件夹 {name!r}：Ultralytics 会把它当作类别。</translation>
    </message>
    <message>
        <source>The gold image {image} cannot be read: {reason}.</source>
        <translation>无法读取金标图像 {image}：{reason}。</translation>
    </message>
    <message>
        <source>The gold image {name} has no label file; an empty one says that it is empty.</source>
        <translation>金标图像 {name} 没有标签文件；空文件表示图像上没有目标。</translation>
    </message>
    <message>
        <source>The gold images have been used {n} times in generation {generation}. Models chosen by the same images again and again fit these images, and look better than they are: verify new gold before you choose once more.</source>
        <translation>金标图像在第 {generation} 代中已使用 {n} 次。反复用同样的图像挑选出的模型会迎合这些图像，看起来比实际更好：再次挑选之前，请验证新的金标图像。</translation>
    </message>
    <message>
        <source>The gold images show no object at all; reserve some with objects as gold first.</source>
        <translation>金标图像上没有任何对象；请先将一些有对象的图像留作金标。</translation>
    </message>
    <message>
        <source>The group pattern has {n} characters; {most} at most.</source>
        <translation>分组模式有 {n} 个字符；最多 {most} 个。</translation>
    </message>
    <message>
        <source>The group pattern {pattern} has no group; put brackets round what names it: (.*)_\d+\.jpg.</source>
        <translation>分组模式 {pattern} 没有组；请把表示名称的部分放进括号：(.*)_\d+\.jpg。</translation>
    </message>
    <message>
        <source>The group pattern {pattern} is no regular expression: {reason}.</source>
        <translation>分组模式 {pattern} 不是正则表达式：{reason}。</translation>
    </message>
    <message>
        <source>The group pattern {pattern} repeats what repeats itself or is one of several things, so some names would take for ever; write it simpler.</source>
        <translation>分组模式 {pattern} 重复了自身带重复或多选的部分，某些名称会永远处理不完；请写得简单些。</translation>
    </message>
    <message>
        <source>The group pattern {pattern} takes too long for {name}; repeat fewer things in it.</source>
        <translation>分组模式 {pattern} 处理 {name} 耗时过长；请减少其中的重复。</translation>
    </message>
    <message>
        <source>The image changed while you looked at it: {what}. Look again.</source>
        <translation>您查看时图像发生了变化：{what}。请再看一遍。</translation>
    </message>
    <message>
        <source>The label file {file} cannot be read ({reason}).</source>
        <translation>无法读取标签文件 {file}（{reason}）。</translation>
    </message>
    <message>
        <source>The label file {file} is not text; check that it belongs to a YOLO dataset.</source>
        <translation>标签文件 {file} 不是文本；请确认它属于 YOLO 数据集。</translation>
    </message>
    <message>
        <source>The label file {file} is over {most} MB; that is no label file.</source>
        <translation>标签文件 {file} 超过 {most} MB；这不是标签文件。</translation>
    </message>
    <message>
        <source>The label files in {path} are DOTA's: add them as such (--labels dota; in the window: Bring in).</source>
        <translation>{path} 中的标注文件是 DOTA 格式：请在“导入内容”中选择它。</translation>
    </message>
    <message>
        <source>The labels of gold image {file} cannot be read; write the gold set again.</source>
        <translation>无法读取金标图像 {file} 的标签；请重新写出金标集。</translation>
    </message>
    <message>
        <source>The labels of {file} in version {version} cannot be read ({reason}).</source>
        <translation>无法读取版本 {version} 中 {file} 的标签（{reason}）。</translation>
    </message>
    <message>
        <source>The labels of {file} in version {version} changed while they were read.</source>
        <translation>版本 {version} 中 {file} 的标签在读取时发生了变化。</translation>
    </message>
    <message>
        <source>The labels of {path} have a class that the project does not: {name}. Say what it is called here with --map "{name}={known}", leave it out with --map "{name}=", or add it with `verify-app class add`.</source>
        <translation>{path} 的标注有一个项目中没有的类别：{name}。请说明 {name} 在这里叫什么（例如 {known}），或排除 {name}，或添加它。</translation>
    </message>
    <message>
        <source>The labels of {path} have classes that the project does not: {names}. Say what each is called here with --map "{name}={known}", leave it out with --map "{name}=", or add it with `verify-app class add`.</source>
        <translation>{path} 的标注有项目中没有的类别：{names}。请说明每个在这里叫什么（例如 {name} 是 {known}），或排除 {name}，或添加。</translation>
    </message>
    <message>
        <source>The labels of {path} have no class {name}; they have {names}.</source>
        <translation>{path} 的标签没有类别 {name}；有 {names}。</translation>
    </message>
    <message>
        <source>The last altered image passed as shown. Take a break, or look again at what you completed just now.</source>
        <translation>刚才的一张改动图像被原样通过。请休息一下，或重新查看刚完成的内容。</translation>
    </message>
    <message>
        <source>The last {n} altered images passed as shown. Take a break, or look again at what you completed just now.</source>
        <translation>刚才的 {n} 张改动图像被原样通过。请休息一下，或重新查看刚完成的内容。</translation>
    </message>
    <message>
        <source>The layout is not what this program makes: {problem}.</source>
        <translation>结构不是本程序所建：{problem}。</translation>
    </message>
    <message>
        <source>The list of when runs looked at images is not what the events say.</source>
        <translation>运行查看图像的时间列表与事件不符。</translation>
    </message>
    <message>
        <source>The mode is {mode!r}; choose trim or strict.</source>
        <translation>模式为 {mode!r}；请选择 trim 或 strict。</translation>
    </message>
    <message>
        <source>The model answered with something else than numbers; {advice}.</source>
        <translation>模型给出的不是数；{advice}。</translation>
    </message>
    <message>
        <source>The model answered with the shape {shape}, which does not fit its task; {advice}.</source>
        <translation>模型返回的形状 {shape} 与其任务不符；{advice}。</translation>
    </message>
    <message>
        <source>The model failed on {device} ({reason}); try a smaller batch, a smaller image size or the device 'cpu'.</source>
        <translation>模型在 {device} 上失败（{reason}）；请减小批量或图像尺寸，或改用设备 'cpu'。</translation>
    </message>
    <message>
        <source>The model gives confidences above 1, so it is no YOLO {task} model; {advice}.</source>
        <translation>模型给出大于 1 的置信度，因此不是 YOLO {task} 模型；{advice}。</translation>
    </message>
    <message>
        <source>The model has no class {name}; it has {names}.</source>
        <translation>模型没有类别 {name}；有 {names}。</translation>
    </message>
    <message>
        <source>The model took longer than 1 second for one picture, so it was stopped; use another model, a smaller image size, or allow more time (--image-seconds; in the window: Settings).</source>
        <translation>模型处理一张图超过 1 秒，已停止；请使用其他模型、更小的图像尺寸，或在设置中允许更长时间。</translation>
    </message>
    <message>
        <source>The model took longer than {seconds:g} seconds for one picture, so it was stopped; use another model, a smaller image size, or allow more time (--image-seconds; in the window: Settings).</source>
        <translation>模型处理一张图超过 {seconds:g} 秒，已停止；请使用其他模型、更小的图像尺寸，或在设置中允许更长时间。</translation>
    </message>
    <message>
        <source>The model {model} does not know {classes}, which the gold images show; evaluate a model trained with these classes.</source>
        <translation>模型 {model} 不认识金标图像上的 {classes}；请评估用这些类别训练的模型。</translation>
    </message>
    <message>
        <source>The model's class {name} is not in the project's class list. Say what to do with it: --map "{name}={known}", or --map "{name}=" to leave it out, or add it with `verify-app class add`.</source>
        <translation>模型的类别 {name} 不在项目的类别列表中。请选择：把 {name} 当作 {known}、排除 {name} 或添加。</translation>
    </message>
    <message>
        <source>The model's classes {names} are not in the project's class list. Say what to do with each: --map "{name}={known}", or --map "{name}=" to leave it out, or add it with `verify-app class add`.</source>
        <translation>模型的类别 {names} 不在项目的类别列表中。请为每个选择：把 {name} 当作 {known}、排除 {name} 或添加。</translation>
    </message>
    <message>
        <source>The monitor could not look: {reason}</source>
        <translation>监视未能进行：{reason}</translation>
    </message>
    <message>
        <source>The monitor was stopped; the rest is done.</source>
        <translation>监视已中止；其余已完成。</translation>
    </message>
    <message>
        <source>The name {name} has the character U+{code:04X}, which no XML file can hold; change the name, or choose coco, labelme or ndjson.</source>
        <translation>名称 {name} 含有字符 U+{code:04X}，XML 文件无法容纳；请更改名称，或选择 coco、labelme 或 ndjson。</translation>
    </message>
    <message>
        <source>The name {text} has a character that cannot be seen (U+{code:04X}); leave it out.</source>
        <translation>名称 {text} 含有不可见字符（U+{code:04X}）；请去掉。</translation>
    </message>
    <message>
        <source>The new model has degraded: {figures}.</source>
        <translation>新模型变差了：{figures}。</translation>
    </message>
    <message>
        <source>The new model is better: {figures}.</source>
        <translation>新模型更好：{figures}。</translation>
    </message>
    <message>
        <source>The new model is the same: {figures}; the interval is no wider than {width} points.</source>
        <translation>新模型相当：{figures}；区间宽度不超过 {width} 点。</translation>
    </message>
    <message>
        <source>The new weights could not be written to {folder} ({reason}); make room and train again.</source>
        <translation>无法将新权重写入 {folder}（{reason}）；请腾出空间后重新训练。</translation>
    </message>
    <message>
        <source>The objects of the dataset around {path} have {given} points, those of the project {wanted}; import it into a project with its own skeleton.</source>
        <translation>{path} 所在数据集的对象有 {given} 个点，项目的有 {wanted} 个；请导入到具有其自身骨架的项目。</translation>
    </message>
    <message>
        <source>The objects of {file} have {given} points ({points} …), those of the project {wanted} ({own_points} …); import it into a project with its own skeleton.</source>
        <translation>{file} 的对象有 {given} 个点（{points} …），项目的有 {wanted} 个（{own_points} …）；请导入到具有其自身骨架的项目。</translation>
    </message>
    <message>
        <source>The objects of {file} have {given} points, those of the project {wanted}; import it into a project with its own skeleton.</source>
        <translation>{file} 的对象有 {given} 个点，项目的有 {wanted} 个；请导入到具有其自身骨架的项目。</translation>
    </message>
    <message>
        <source>The objects of {folder} have other points than the project's skeleton.</source>
        <translation>{folder} 的对象的点与项目的骨架不同。</translation>
    </message>
    <message>
        <source>The others are drawn from what a model makes of the generation before: each object found again with the recall measured for its class, and beside these as many false ones as its precision says. Only objects that are there are counted; a model confuses no classes.</source>
        <translation>其余的从模型根据上一代作出的结果中抽取：每个对象按其类别测得的召回率再次被找到，此外还有精确率所示数量的错误对象。只计算真实存在的对象；模型不会混淆类别。</translation>
    </message>
    <message>
        <source>The page cannot be shown ({kind}: {reason}).</source>
        <translation>无法显示该页（{kind}：{reason}）。</translation>
    </message>
    <message>
        <source>The picture cannot be shown ({kind}).</source>
        <translation>无法显示图像（{kind}）。</translation>
    </message>
    <message>
        <source>The picture cannot be shown ({kind}: {reason}).</source>
        <translation>无法显示图像（{kind}：{reason}）。</translation>
    </message>
    <message>
        <source>The picture has no page {page}; choose an earlier one.</source>
        <translation>图像没有第 {page} 页；请选择更前的页。</translation>
    </message>
    <message>
        <source>The picture has {width:,} x {height:,} pixels, more than the {most} megapixels this program opens; scale it down or cut it into tiles.</source>
        <translation>图像有 {width:,} x {height:,} 像素，超过本程序可打开的 {most} 百万像素；请缩小或切分成小块。</translation>
    </message>
    <message>
        <source>The picture is cut short or damaged; copy it again from where it came.</source>
        <translation>图像被截断或已损坏；请从来源处重新复制。</translation>
    </message>
    <message>
        <source>The place of image {image_id} in the queue is not what its evidence says.</source>
        <translation>图像 {image_id} 在队列中的位置与其依据不符。</translation>
    </message>
    <message>
        <source>The policy demands that everybody who verified labels surely catches {demanded} of the errors; caught so far: {reviewers}. More honeypots tell more; or export without --min-catch-rate.</source>
        <translation>策略要求核实标注的每个人确实能发现 {demanded} 的错误；目前发现：{reviewers}。更多蜜罐能说明更多；或从策略中去掉此规则。</translation>
    </message>
    <message>
        <source>The policy that is kept with the project cannot be used. {reason}</source>
        <translation>项目中保存的策略无法使用。{reason}</translation>
    </message>
    <message>
        <source>The policy {file} cannot be read: {reason}.</source>
        <translation>无法读取策略 {file}：{reason}。</translation>
    </message>
    <message>
        <source>The policy {file} is not UTF-8 text; save it as that.</source>
        <translation>策略 {file} 不是 UTF-8 文本；请存为 UTF-8。</translation>
    </message>
    <message>
        <source>The policy {file}: {reason}</source>
        <translation>策略 {file}：{reason}</translation>
    </message>
    <message>
        <source>The project has no class {name}; it has {names}. Add it with `verify-app class add`.</source>
        <translation>项目没有类别 {name}；现有 {names}。请把它添加到类别列表。</translation>
    </message>
    <message>
        <source>The project has no class; add one before exporting.</source>
        <translation>项目没有类别；导出前请先添加。</translation>
    </message>
    <message>
        <source>The project has no classes yet; add them first (`verify-app class add`).</source>
        <translation>项目还没有类别；请先把它们添加到类别列表。</translation>
    </message>
    <message>
        <source>The project has no model to train from; name one with --base, such as yolo26n.yaml.</source>
        <translation>项目没有可供训练的起始模型；请选择一个，例如 yolo26n.yaml。</translation>
    </message>
    <message>
        <source>The project has no model yet; name one with --model, or add one with `verify-app model`.</source>
        <translation>项目还没有模型；请选择一个。</translation>
    </message>
    <message>
        <source>The project has no model yet; name one: --model FILE.</source>
        <translation>项目还没有模型；请选择一个文件。</translation>
    </message>
    <message>
        <source>The project keeps the weights of {model} outside its models folder; add the model again.</source>
        <translation>项目把 {model} 的权重保存在 models 文件夹之外；请重新添加该模型。</translation>
    </message>
    <message>
        <source>The real share</source>
        <translation>真实占比</translation>
    </message>
    <message>
        <source>The receipt in {folder} does not say whether people or programs verified and is not on record in this project, so its {n} verified labels came in as imported; who vouches for them says so with `verify-app attest {place} --as NAME`.</source>
        <translation>{folder} 中的凭据没有说明是人还是程序核实的，也不在此项目的记录中，因此其 {n} 个已核实标注作为导入处理；{place} 中的可由具名的人担保。</translation>
    </message>
    <message>
        <source>The receipt in {folder} is not one that this project wrote for {name}; export it again.</source>
        <translation>{folder} 中的凭据不是此项目为 {name} 写的；请重新导出。</translation>
    </message>
    <message>
        <source>The receipt in {path} says what was verified and by whom, and attesting cannot raise that; leave out --attest.</source>
        <translation>{path} 中的凭据写明了谁核实了什么，担保不能提高它；请不要担保。</translation>
    </message>
    <message>
        <source>The receipt names rules that this program does not know.</source>
        <translation>凭据中有本程序不认识的规则。</translation>
    </message>
    <message>
        <source>The receipt of a pose version names its points, and no other does.</source>
        <translation>只有 pose 版本的凭据才列出其点。</translation>
    </message>
    <message>
        <source>The receipt of a version with a parent compares it with that, and no other does.</source>
        <translation>只有有父版本的版本，其凭据才写明与父版本的比较。</translation>
    </message>
    <message>
        <source>The receipt of a version with a parent says what has changed since, and no other does.</source>
        <translation>只有带父版本的凭据才说明此后的变化。</translation>
    </message>
    <message>
        <source>The receipt of {version} is not kept in the project, and not in {folder} any more; it was written before versions could be written again.</source>
        <translation>{version} 的凭据未保存在项目中，{folder} 中也已不在；它写于版本可以重写之前。</translation>
    </message>
    <message>
        <source>The receipt says nothing of the rule {rule}.</source>
        <translation>凭据没有提到规则 {rule}。</translation>
    </message>
    <message>
        <source>The receipt says that {name!r} answers for lines, of which nothing is in the version.</source>
        <translation>凭据说 {name!r} 对一些行负责，但版本中没有这些行。</translation>
    </message>
    <message>
        <source>The receipt says that {rule} measured {stated}; it is {measured}.</source>
        <translation>凭据说 {rule} 测得 {stated}；实际为 {measured}。</translation>
    </message>
    <message>
        <source>The receipt states catch rates of others than those who verified its labels.</source>
        <translation>凭据所列发现率并非验证其标签的那些人的。</translation>
    </message>
    <message>
        <source>The receipt states more images new since the parent than there are in train.</source>
        <translation>凭据所称自父版本以来的新图像多于训练集中的图像。</translation>
    </message>
    <message>
        <source>The receipt states what its schema did not know.</source>
        <translation>凭据中有其模式所没有的内容。</translation>
    </message>
    <message>
        <source>The receipt states what its version of the rules did not know.</source>
        <translation>凭据中有其规则版本所没有的内容。</translation>
    </message>
    <message>
        <source>The receipt's composition digest is not that of its images and classes.</source>
        <translation>凭据的组成摘要与其图像和类别不符。</translation>
    </message>
    <message>
        <source>The receipt's counts are not those of its images.</source>
        <translation>凭据中的数量与其图像不符。</translation>
    </message>
    <message>
        <source>The receipt's interval of {name!r} is not that of {caught} caught of {shown}.</source>
        <translation>凭据中 {name!r} 的区间与 {shown} 个中发现 {caught} 个不符。</translation>
    </message>
    <message>
        <source>The receipt's models are not those behind its unverified labels.</source>
        <translation>凭据中的模型与其未验证标签所依据的模型不符。</translation>
    </message>
    <message>
        <source>The receipt's policy is none this program allows: {reason}</source>
        <translation>凭据中的策略不为本程序所允许：{reason}</translation>
    </message>
    <message>
        <source>The receipt's rules are not those of this program.</source>
        <translation>凭据中的规则不是本程序的。</translation>
    </message>
    <message>
        <source>The receipt's shares by class are not those of its images.</source>
        <translation>凭据中各类别的占比与其图像不符。</translation>
    </message>
    <message>
        <source>The receipt's {file} is not the one for its classes and splits.</source>
        <translation>凭据的 {file} 与其类别和划分不符。</translation>
    </message>
    <message>
        <source>The receipt's {rule}</source>
        <translation>凭据的 {rule}</translation>
    </message>
    <message>
        <source>The rule {rule} does not hold: {measured} where {demanded} is demanded.</source>
        <translation>规则 {rule} 不成立：要求 {demanded}，实际 {measured}。</translation>
    </message>
    <message>
        <source>The rule {rule} is hard: nobody can override it.</source>
        <translation>规则 {rule} 是硬性的：任何人都不能覆盖。</translation>
    </message>
    <message>
        <source>The rule {rule} is overridden twice; name it once.</source>
        <translation>规则 {rule} 被覆盖两次；请只指定一次。</translation>
    </message>
    <message>
        <source>The run and the labels do not differ like this any more; look again.</source>
        <translation>运行与标签之间已不存在这样的差异；请再看一遍。</translation>
    </message>
    <message>
        <source>The sample cannot be written to {folder}: {reason}.</source>
        <translation>无法将示例写入 {folder}：{reason}。</translation>
    </message>
    <message>
        <source>The sample project is in {folder}.</source>
        <translation>示例项目位于 {folder}。</translation>
    </message>
    <message>
        <source>The scratch copy of the dataset in {folder} could not be made ({reason}); make room there or choose another work folder.</source>
        <translation>无法在 {folder} 中制作数据集的临时副本（{reason}）；请腾出空间或选择其他工作文件夹。</translation>
    </message>
    <message>
        <source>The seen share</source>
        <translation>窗口查看占比</translation>
    </message>
    <message>
        <source>The settings and the class list cannot be read: {reason}.</source>
        <translation>无法读取设置和类别列表：{reason}。</translation>
    </message>
    <message>
        <source>The settings cannot be saved in {folder}: {reason}.</source>
        <translation>无法将设置保存到 {folder}：{reason}。</translation>
    </message>
    <message>
        <source>The settings in {file} are damaged; the defaults are used.</source>
        <translation>{file} 中的设置已损坏；使用默认值。</translation>
    </message>
    <message>
        <source>The settings in {file} cannot be read ({reason}); the defaults are used.</source>
        <translation>无法读取 {file} 中的设置（{reason}）；使用默认值。</translation>
    </message>
    <message>
        <source>The settings were damaged and are back at their defaults; the old file is {aside}.</source>
        <translation>设置已损坏，已恢复默认值；旧文件是 {aside}。</translation>
    </message>
    <message>
        <source>The share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>The source counts as synthetic; say why all of it is {origin} with --reason.</source>
        <translation>该来源算作合成；请写明全部为 {origin} 的理由。</translation>
    </message>
    <message>
        <source>The split is {text!r}; write percentages of train, val and test that make 100, such as 80/10/10 or 80/20, with some for train and val.</source>
        <translation>划分为 {text!r}；请写出合计 100 的 train、val 和 test 百分比，例如 80/10/10 或 80/20，train 和 val 须有份额。</translation>
    </message>
    <message>
        <source>The summary of image {image_id} is not what its evidence says.</source>
        <translation>图像 {image_id} 的摘要与其依据不符。</translation>
    </message>
    <message>
        <source>The task {task} is not supported; choose one of: {tasks}.</source>
        <translation>不支持任务 {task}；请选择：{tasks}。</translation>
    </message>
    <message>
        <source>The trainer knows no setting {names}; did you mean {near}?</source>
        <translation>训练器没有设置 {names}；您是指 {near} 吗？</translation>
    </message>
    <message>
        <source>The trainer knows no setting {names}; see the settings of Ultralytics training.</source>
        <translation>训练器没有设置 {names}；请参阅 Ultralytics 的训练设置。</translation>
    </message>
    <message>
        <source>The trainer refused to start: {reason}; change the base or that setting.</source>
        <translation>训练器拒绝启动：{reason}；请更换基础模型或该设置。</translation>
    </message>
    <message>
        <source>The trainer setting {name} is given twice; keep one.</source>
        <translation>训练设置 {name} 给了两次；请保留一个。</translation>
    </message>
    <message>
        <source>The version has no image in {split}, so nothing can be trained on it.</source>
        <translation>版本的 {split} 中没有图像，因此无法用它训练。</translation>
    </message>
    <message>
        <source>The version is not what its receipt says: {problem}</source>
        <translation>版本与其凭据不符：{problem}</translation>
    </message>
    <message>
        <source>The version needs {need}, {free} free.</source>
        <translation>版本需要 {need}，可用 {free}。</translation>
    </message>
    <message>
        <source>The version needs {need}, {free} free; `--link` needs none.</source>
        <translation>版本需要 {need}，可用 {free}；链接不占空间。</translation>
    </message>
    <message>
        <source>The version needs {need}, {free} free; `--link` needs {links}.</source>
        <translation>版本需要 {need}，可用 {free}；链接只需 {links}。</translation>
    </message>
    <message>
        <source>The version {folder} is not what its receipt says: {problem}</source>
        <translation>版本 {folder} 与其凭据不符：{problem}</translation>
    </message>
    <message>
        <source>The version {folder} is not what its receipt says: {problem} (and {more} more; `verify-app verify-version` lists them)</source>
        <translation>版本 {folder} 与其凭据不符：{problem}（另有 {more} 项）</translation>
    </message>
    <message>
        <source>The version {version} has no receipt that can be read; export it again.</source>
        <translation>版本 {version} 没有可读取的凭据；请重新导出。</translation>
    </message>
    <message>
        <source>The video does not say how many frames it has a second; use --every instead of --fps.</source>
        <translation>视频没有说明每秒帧数；请改为每隔若干帧取一帧。</translation>
    </message>
    <message>
        <source>The video is damaged or cut short, or its codec is unknown; convert it to MP4 (H.264).</source>
        <translation>视频已损坏或被截断，或编解码器未知；请转换为 MP4（H.264）。</translation>
    </message>
    <message>
        <source>The weights of {model} are missing: {file}. Put them back or add the model again.</source>
        <translation>{model} 的权重缺失：{file}。请放回原处或重新添加该模型。</translation>
    </message>
    <message>
        <source>The window could not be opened (exit code {code}); the sample project is in {folder}.</source>
        <translation>无法打开窗口（退出码 {code}）；示例项目位于 {folder}。</translation>
    </message>
    <message>
        <source>There are no label files in {path}. If its folders are classes, they are labels of whole images: for a project of that task (classify).</source>
        <translation>{path} 中没有标签文件。如果其文件夹表示类别，则它们是整幅图像的标签：请添加到该任务（classify）的项目中。</translation>
    </message>
    <message>
        <source>There are no labels in {path} that this program knows; if there are some, name their format (--labels; in the window: Bring in).</source>
        <translation>{path} 中没有本程序认识的标注；如果有，请在“导入内容”中选择其格式。</translation>
    </message>
    <message>
        <source>There are no lines to take responsibility for.</source>
        <translation>没有可承担责任的行。</translation>
    </message>
    <message>
        <source>There are no published weights {name!r}; the names are yolo26n.pt, s, m, l and x, and the same with -seg, -obb, -pose or -cls, as in yolo26n-seg.pt.</source>
        <translation>没有已发布的权重 {name!r}；名称为 yolo26n.pt 以及 s、m、l、x，还有加上 -seg、-obb、-pose 或 -cls 的，例如 yolo26n-seg.pt。</translation>
    </message>
    <message>
        <source>There are {n} files *.json in {place}; name the one to read.</source>
        <translation>{place} 中有 {n} 个 *.json 文件；请指定要读取的文件。</translation>
    </message>
    <message>
        <source>There are {n} files {pattern} in {folder}; name the one to read.</source>
        <translation>{folder} 中有 {n} 个 {pattern} 文件；请指定要读取的文件。</translation>
    </message>
    <message>
        <source>There is already a project in {folder}; open it instead.</source>
        <translation>{folder} 中已有项目；请直接打开。</translation>
    </message>
    <message>
        <source>There is no DOTA label file (.txt) with an object in {place}.</source>
        <translation>{place} 中没有含对象的 DOTA 标签文件（.txt）。</translation>
    </message>
    <message>
        <source>There is no YOLO label file (.txt) for the pictures in {path}. Add the folder that holds both, or the pictures alone (--labels none; in the window: Images only).</source>
        <translation>{path} 中的图片没有 YOLO 标注文件（.txt）。请添加同时包含两者的文件夹，或选择“仅图像”。</translation>
    </message>
    <message>
        <source>There is no class {name}; the classes are: {names}.</source>
        <translation>没有类别 {name}；类别有：{names}。</translation>
    </message>
    <message>
        <source>There is no device '{device}' on this machine; choose one of {places}.</source>
        <translation>本机没有设备 '{device}'；请选择：{places}。</translation>
    </message>
    <message>
        <source>There is no device {device} on this machine; choose one of {here}.</source>
        <translation>本机没有设备 {device}；请选择：{here}。</translation>
    </message>
    <message>
        <source>There is no engine {engine!r}; choose one of {engines}.</source>
        <translation>没有引擎 {engine!r}；请选择：{engines}。</translation>
    </message>
    <message>
        <source>There is no file or folder {path}.</source>
        <translation>没有文件或文件夹 {path}。</translation>
    </message>
    <message>
        <source>There is no filter called {name}; there are: {known}.</source>
        <translation>没有名为 {name} 的筛选；有：{known}。</translation>
    </message>
    <message>
        <source>There is no folder {folder}.</source>
        <translation>没有文件夹 {folder}。</translation>
    </message>
    <message>
        <source>There is no gold image to measure on: reserve real images for gold (`verify-app gold reserve`, or in the image list) and verify them. Images that were only attested do not count: open them and press Space (Shift+Space where nothing is on them).</source>
        <translation>没有可用于测量的金标图像：请在图像列表中预留真实图像作为金标并核实。只经担保的图像不算：请打开并按 Space（没有任何对象时按 Shift+Space）。</translation>
    </message>
    <message>
        <source>There is no gold image to measure on: reserve real images for gold and verify them.</source>
        <translation>没有可用于测量的金标图像：请为金标预留真实图像并验证。</translation>
    </message>
    <message>
        <source>There is no image in the project.</source>
        <translation>项目中没有图像。</translation>
    </message>
    <message>
        <source>There is no image {name} in the project.</source>
        <translation>项目中没有图像 {name}。</translation>
    </message>
    <message>
        <source>There is no label file (.txt) in {labels} for the pictures in {place}.</source>
        <translation>{labels} 中没有对应 {place} 中图像的标签文件（.txt）。</translation>
    </message>
    <message>
        <source>There is no labelme file (.json with shapes) in {place}.</source>
        <translation>{place} 中没有 labelme 文件（含 shapes 的 .json）。</translation>
    </message>
    <message>
        <source>There is no model file {file}; check the path.</source>
        <translation>没有模型文件 {file}；请检查路径。</translation>
    </message>
    <message>
        <source>There is no model or file {name}; models of the project: {known}.</source>
        <translation>没有模型或文件 {name}；项目的模型：{known}。</translation>
    </message>
    <message>
        <source>There is no model to measure.</source>
        <translation>没有可测量的模型。</translation>
    </message>
    <message>
        <source>There is no model yet that could predict.</source>
        <translation>还没有能预测的模型。</translation>
    </message>
    <message>
        <source>There is no model {model}; check the path.</source>
        <translation>没有模型 {model}；请检查路径。</translation>
    </message>
    <message>
        <source>There is no model {name} in the project; its models: {names}.</source>
        <translation>项目中没有模型 {name}；已有模型：{names}。</translation>
    </message>
    <message>
        <source>There is no picture in {path}, only 1 label file; say in which folder their pictures are (--images; in the window: Images are in).</source>
        <translation>{path} 中没有图片，只有 1 个标注文件；请在“图像位于”中选择图片所在的文件夹。</translation>
    </message>
    <message>
        <source>There is no picture in {path}, only {n} label files; say in which folder their pictures are (--images; in the window: Images are in).</source>
        <translation>{path} 中没有图片，只有 {n} 个标注文件；请在“图像位于”中选择图片所在的文件夹。</translation>
    </message>
    <message>
        <source>There is no picture in {place}.</source>
        <translation>{place} 中没有图像。</translation>
    </message>
    <message>
        <source>There is no picture to add in {places}.</source>
        <translation>{places} 中没有可添加的图像。</translation>
    </message>
    <message>
        <source>There is no project in {folder}; make one with `verify-app init {folder}`.</source>
        <translation>{folder} 中没有项目；请用“新建项目”在 {folder} 中创建。</translation>
    </message>
    <message>
        <source>There is no readable VOC file (.xml) in {place}.</source>
        <translation>{place} 中没有可读取的 VOC 文件（.xml）。</translation>
    </message>
    <message>
        <source>There is no real-verified image for {splits}, so the policy cannot be met even without unverified images; {advice}, complete, and export again (not among the candidates: {others}).</source>
        <translation>{splits} 没有真实且已验证的图像，即使排除未验证图像也无法满足策略；请{advice}，标为完成后再导出（未列入候选：{others}）。</translation>
    </message>
    <message>
        <source>There is no real-verified image for {splits}, so the policy cannot be met even without unverified images; {advice}, complete, and export again.</source>
        <translation>{splits} 没有真实且已验证的图像，即使排除未验证图像也无法满足策略；请{advice}，标为完成后再导出。</translation>
    </message>
    <message>
        <source>There is no rule {name!r}; there are {known} and [[override]].</source>
        <translation>没有规则 {name!r}；有 {known} 和 [[override]]。</translation>
    </message>
    <message>
        <source>There is no rule {rule!r} to override; soft rules are {soft}.</source>
        <translation>没有可覆盖的规则 {rule!r}；可覆盖的规则有 {soft}。</translation>
    </message>
    <message>
        <source>There is no saved filter called {name}.</source>
        <translation>没有名为 {name} 的已存筛选。</translation>
    </message>
    <message>
        <source>There is no source {name}; the sources are: {known}.</source>
        <translation>没有数据源 {name}；数据源有：{known}。</translation>
    </message>
    <message>
        <source>There is no such file or folder.</source>
        <translation>没有这样的文件或文件夹。</translation>
    </message>
    <message>
        <source>There is no version to compare with yet; export one first.</source>
        <translation>还没有可供比较的版本；请先导出一个。</translation>
    </message>
    <message>
        <source>There is no version yet; export the first one.</source>
        <translation>还没有版本；请导出第一个。</translation>
    </message>
    <message>
        <source>There is no version {name} and no folder with a receipt there; versions: {names}.</source>
        <translation>没有版本 {name}，那里也没有带凭据的文件夹；版本有：{names}。</translation>
    </message>
    <message>
        <source>There is no version {name} to compare with; versions: {names}.</source>
        <translation>没有可供比较的版本 {name}；现有版本：{names}。</translation>
    </message>
    <message>
        <source>There is no version {name} to follow; versions: {names}.</source>
        <translation>没有可接续的版本 {name}；版本有：{names}。</translation>
    </message>
    <message>
        <source>There is no version {name}; versions: {names}.</source>
        <translation>没有版本 {name}；版本有：{names}。</translation>
    </message>
    <message>
        <source>There is no video {video}.</source>
        <translation>没有视频 {video}。</translation>
    </message>
    <message>
        <source>There is no {key} {value}; there are: {known}.</source>
        <translation>没有 {key} {value}；有：{known}。</translation>
    </message>
    <message>
        <source>There is no {path}; check how it is written.</source>
        <translation>没有 {path}；请检查拼写。</translation>
    </message>
    <message>
        <source>There is not enough memory for a picture of {width:,} x {height:,} pixels; scale it down or cut it into tiles.</source>
        <translation>内存不足以打开 {width:,} x {height:,} 像素的图像；请缩小或切分成小块。</translation>
    </message>
    <message>
        <source>There is not enough memory for this; close other programs, or hand over less.</source>
        <translation>内存不足。请关闭其他程序，或减少一次提供的内容。</translation>
    </message>
    <message>
        <source>There is nothing of {name}'s left to undo.</source>
        <translation>{name} 没有可撤销的操作了。</translation>
    </message>
    <message>
        <source>There is nothing of {name}'s left to undo; what was decided elsewhere is undone there.</source>
        <translation>{name} 没有可撤销的操作了；在别处作的决定请在那里撤销。</translation>
    </message>
    <message>
        <source>There is nothing of {name}'s to redo.</source>
        <translation>{name} 没有可重做的操作。</translation>
    </message>
    <message>
        <source>There is nothing of {name}'s to redo; what was decided elsewhere is undone there.</source>
        <translation>{name} 没有可重做的操作；在别处作的决定请在那里撤销。</translation>
    </message>
    <message>
        <source>There is nothing to play through: it needs verified objects and the recall of their classes.</source>
        <translation>没有可模拟的内容：需要已验证的对象及其类别的召回率。</translation>
    </message>
    <message>
        <source>These lines are more than {most} MB; hand them over in several files.</source>
        <translation>这些行超过 {most} MB；请分成几个文件提交。</translation>
    </message>
    <message>
        <source>These weights are in the project already, as {known}: trained on {version}, not on {name}; one of both is wrong.</source>
        <translation>这些权重已作为 {known} 在项目中：是在 {version} 而不是 {name} 上训练的；其中之一有误。</translation>
    </message>
    <message>
        <source>This ONNX Runtime cannot use '{device}' (install onnxruntime-gpu in place of onnxruntime); choose 'cpu' or the engine 'ultralytics'.</source>
        <translation>此 ONNX Runtime 无法使用 '{device}'（请安装 onnxruntime-gpu 代替 onnxruntime）；请选择 'cpu' 或引擎 'ultralytics'。</translation>
    </message>
    <message>
        <source>This class is not in the class list any more.</source>
        <translation>此类别已不在类别列表中。</translation>
    </message>
    <message>
        <source>This class is not in the class list any more; pick another one.</source>
        <translation>此类别已不在类别列表中；请另选一个。</translation>
    </message>
    <message>
        <source>This computer's clock says {time}, which is past; set it: every decision carries the time.</source>
        <translation>本机时钟为 {time}，是过去的时间；每个决定都带有时间，请校准时钟。</translation>
    </message>
    <message>
        <source>This difference has been settled; look again.</source>
        <translation>此差异已解决；请再看一遍。</translation>
    </message>
    <message>
        <source>This has been answered before; the first decision counts.</source>
        <translation>此项已经回答过；以第一次决定为准。</translation>
    </message>
    <message>
        <source>This image</source>
        <translation>此图像</translation>
    </message>
    <message>
        <source>This image has changed since; go on to the next one.</source>
        <translation>此图像此后已改变；请继续下一张。</translation>
    </message>
    <message>
        <source>This image is drawn blind; complete it first.</source>
        <translation>此图像为盲标；请先完成它。</translation>
    </message>
    <message>
        <source>This image is drawn blind; what a model predicted is hidden until it is complete.</source>
        <translation>此图像为盲标；在完成之前模型的预测是隐藏的。</translation>
    </message>
    <message>
        <source>This image is flagged as unsure; clear the flag ({key_flag}) before you complete it.</source>
        <translation>此图像被标记为存疑；完成前请先清除标记（{key_flag}）。</translation>
    </message>
    <message>
        <source>This image is not complete, so there is nothing to reopen.</source>
        <translation>此图像尚未完成，无需重新打开。</translation>
    </message>
    <message>
        <source>This image is not in the project any more.</source>
        <translation>此图像已不在项目中。</translation>
    </message>
    <message>
        <source>This image was shown to somebody else.</source>
        <translation>此图像显示给了别人。</translation>
    </message>
    <message>
        <source>This is a simulation of counts of labels, not a forecast: no model is trained.</source>
        <translation>这是对标签数量的模拟，并非预测：不训练任何模型。</translation>
    </message>
    <message>
        <source>This is no TOML: {reason}. `verify-app policy example` writes one that is.</source>
        <translation>这不是 TOML：{reason}。`verify-app policy example` 会写出一个范例。</translation>
    </message>
    <message>
        <source>This is not a picture this program reads (JPEG, PNG, WebP, TIFF, BMP, GIF, AVIF, JPEG 2000), whatever its name says; convert it or leave it out.</source>
        <translation>无论文件名如何，这都不是本程序能读取的图像（JPEG、PNG、WebP、TIFF、BMP、GIF、AVIF、JPEG 2000）；请转换或略去。</translation>
    </message>
    <message>
        <source>This line has characters that no text has (lone surrogates); write them as they are.</source>
        <translation>此行含有文本中不存在的字符（孤立代理项）；请按原样书写。</translation>
    </message>
    <message>
        <source>This line is not JSON: {reason}.</source>
        <translation>此行不是 JSON：{reason}。</translation>
    </message>
    <message>
        <source>This model gives {points} an object, the project has {wanted}; use a model that was trained on the same points.</source>
        <translation>此模型每个对象有 {points}，项目的有 {wanted} 个；请使用以相同的点训练的模型。</translation>
    </message>
    <message>
        <source>This model is for {task}, the project for {own_task}; use a model for {suitable}.</source>
        <translation>此模型用于 {task}，项目用于 {own_task}；请使用 {suitable} 的模型。</translation>
    </message>
    <message>
        <source>This needs "id": that of a proposal ("P12") or a label ("L7"), as `labels` prints it.</source>
        <translation>这里需要 "id"：候选（"P12"）或标签（"L7"）的 ID，如 `labels` 所示。</translation>
    </message>
    <message>
        <source>This needs PyTorch and Ultralytics, which cannot be loaded here ({reason}); install them (pip install torch torchvision ultralytics), or use a model in .onnx form, which needs neither.</source>
        <translation>这需要 PyTorch 和 Ultralytics，但此处无法加载（{reason}）；请安装（pip install torch torchvision ultralytics），或使用两者都不需要的 .onnx 形式的模型。</translation>
    </message>
    <message>
        <source>This needs the engine add-on (PyTorch and Ultralytics), which cannot be loaded here ({reason}); install verify-app-engine {version}, or use a model in .onnx form, which needs neither: it can be converted on another computer (verify-app model convert).</source>
        <translation>这需要引擎附加包（PyTorch 和 Ultralytics），但此处无法加载（{reason}）；请安装 verify-app-engine {version}，或使用两者都不需要的 .onnx 模型。</translation>
    </message>
    <message>
        <source>This object is not on the image any more; look again.</source>
        <translation>此对象已不在图像上；请再看一遍。</translation>
    </message>
    <message>
        <source>This project's objects are given as {wanted}, not as {given}.</source>
        <translation>此项目的对象以 {wanted} 表示，而不是 {given}。</translation>
    </message>
    <message>
        <source>This suggestion is not on the image any more; look again.</source>
        <translation>图像上已没有这条建议；请再看一次。</translation>
    </message>
    <message>
        <source>This would leave out more than half of the candidates ({images}). {plan} To export all the same, say --yes.</source>
        <translation>这会排除一半以上的候选（{images}）。{plan} 如仍要导出，请在下面同意。</translation>
    </message>
    <message>
        <source>Too few gold images to tell: {figures}; at least {least} are needed.</source>
        <translation>金标图像太少，无法判断：{figures}；至少需要 {least} 张。</translation>
    </message>
    <message>
        <source>Too few gold images to tell: {figures}; the interval holds 0 and is wider than {width} points.</source>
        <translation>金标图像太少，无法判断：{figures}；区间包含 0 且宽于 {width} 点。</translation>
    </message>
    <message>
        <source>Took in {images}, {found}.</source>
        <translation>已收入{images}、{found}。</translation>
    </message>
    <message>
        <source>Took in {n} images, {found} predictions</source>
        <translation>已接收 {n} 张图像、{found} 个预测</translation>
    </message>
    <message>
        <source>Trained {model} (round {round}, depth {depth}).</source>
        <translation>已训练 {model}（第 {round} 轮，深度 {depth}）。</translation>
    </message>
    <message>
        <source>Trained {model} (round {round}, depth {depth}): {figure} {score:.3f} on val.
Evaluate it beside the old model on gold before you use it.</source>
        <translation>已训练 {model}（第 {round} 轮，深度 {depth}）：在 val 上 {figure} 为 {score:.3f}。
使用前请在金标上与旧模型一起评估。</translation>
    </message>
    <message>
        <source>Training came apart (the loss is no number any more); choose a smaller lr0 and train again.</source>
        <translation>训练崩溃（损失不再是数）；请选择更小的 lr0 后重新训练。</translation>
    </message>
    <message>
        <source>Training could not read or write a file ({reason}); make room and train again.</source>
        <translation>训练无法读写某个文件（{reason}）；请腾出空间后重新训练。</translation>
    </message>
    <message>
        <source>Training decides {names} itself ({reasons}); leave them out.</source>
        <translation>{names} 由训练自行决定（{reasons}）；请省略。</translation>
    </message>
    <message>
        <source>Training decides {name} itself ({reasons}); leave it out.</source>
        <translation>{name} 由训练自行决定（{reasons}）；请省略。</translation>
    </message>
    <message>
        <source>Training ran out of memory; choose a smaller batch, or smaller images (imgsz).</source>
        <translation>训练时内存不足；请减小批量或图像（imgsz）。</translation>
    </message>
    <message>
        <source>Training stopped before the first epoch, because the trainer did not load what the receipt of {version} states: {found} (set: {settings}); train on the unchanged version without settings that leave out or change labels.</source>
        <translation>训练在首个 epoch 前停止，因为训练器加载的内容与 {version} 的凭据不符：{found}（设置：{settings}）；请在未改动的版本上训练，且不要使用略去或改变标签的设置。</translation>
    </message>
    <message>
        <source>Training stopped before the first epoch, because the trainer did not load what the receipt of {version} states: {found}; train on the unchanged version without settings that leave out or change labels.</source>
        <translation>训练在首个 epoch 前停止，因为训练器加载的内容与 {version} 的凭据不符：{found}；请在未改动的版本上训练，且不要使用略去或改变标签的设置。</translation>
    </message>
    <message>
        <source>Training stopped before the first epoch, because the trainer's images and labels do not belong together; train without callbacks or datasets that change them.</source>
        <translation>训练在首个 epoch 前停止，因为训练器的图像和标签不对应；请不要使用改变它们的回调或数据集进行训练。</translation>
    </message>
    <message>
        <source>Ultralytics cannot use 1 gold image (first: {file}) with {model}; mend or remove it.</source>
        <translation>Ultralytics 无法用 {model} 处理 1 张金标图像（{file}）；请修复或移除。</translation>
    </message>
    <message>
        <source>Ultralytics cannot use {n} gold images (first: {file}) with {model}; mend or remove them.</source>
        <translation>Ultralytics 无法用 {model} 处理 {n} 张金标图像（第一张：{file}）；请修复或移除。</translation>
    </message>
    <message>
        <source>Ultralytics has no model {name}; use a name such as yolo26n.yaml, or the path of a .pt file.</source>
        <translation>Ultralytics 没有模型 {name}；请使用 yolo26n.yaml 这样的名称，或 .pt 文件的路径。</translation>
    </message>
    <message>
        <source>Ultralytics reads no files without an ending; convert it to PNG or JPEG.</source>
        <translation>Ultralytics 不读取没有扩展名的文件；请转换为 PNG 或 JPEG。</translation>
    </message>
    <message>
        <source>Ultralytics reads no {form} inside a {suffix} file; convert it to PNG or JPEG.</source>
        <translation>Ultralytics 不读取 {suffix} 文件中的 {form}；请转换为 PNG 或 JPEG。</translation>
    </message>
    <message>
        <source>Ultralytics reads no {suffix}; convert it to PNG or JPEG.</source>
        <translation>Ultralytics 不读取 {suffix}；请转换为 PNG 或 JPEG。</translation>
    </message>
    <message>
        <source>Ultralytics reads this kind of TIFF ({mode}) wrongly; convert it to PNG or JPEG.</source>
        <translation>Ultralytics 会错误地读取这种 TIFF（{mode}）；请转换为 PNG 或 JPEG。</translation>
    </message>
    <message>
        <source>Ultralytics rejects pictures with a side under {side} pixels.</source>
        <translation>Ultralytics 拒绝边长小于 {side} 像素的图像。</translation>
    </message>
    <message>
        <source>Ultralytics takes this PNG's width for its height (its EXIF data come last); save it again.</source>
        <translation>Ultralytics 会把此 PNG 的宽当成高（其 EXIF 数据在末尾）；请重新保存。</translation>
    </message>
    <message>
        <source>Ultralytics would drop labels: {problem}</source>
        <translation>Ultralytics 会丢弃标签：{problem}</translation>
    </message>
    <message>
        <source>Unusable and left out: {n}.</source>
        <translation>无法使用而排除：{n}。</translation>
    </message>
    <message>
        <source>Verify 1 more real image to keep all {all}.</source>
        <translation>再验证 1 张真实图像，即可保留全部 {all} 张。</translation>
    </message>
    <message>
        <source>Verify 1 more real image with {hold} to keep all {all}.</source>
        <translation>再核实一张真实图像（{hold}），即可保留全部 {all} 张。</translation>
    </message>
    <message>
        <source>Verify more real images of the classes that lost ground, then start the cycle again.</source>
        <translation>请为退步的类别验证更多真实图像，然后重新启动循环。</translation>
    </message>
    <message>
        <source>Verify the 1 real image that is left and add {more} more to keep all {all}.</source>
        <translation>验证余下的 1 张真实图像，并再添加 {more} 张，即可保留全部 {all} 张。</translation>
    </message>
    <message>
        <source>Verify the 1 real image that is left and add {more} more with {hold} to keep all {all}.</source>
        <translation>验证余下的 1 张真实图像，并再添加 {more} 张（{hold}），即可保留全部 {all} 张。</translation>
    </message>
    <message>
        <source>Verify the {n} real images that are left and add {more} more to keep all {all}.</source>
        <translation>核实余下的 {n} 张真实图像，并再添加 {more} 张，即可保留全部 {all} 张。</translation>
    </message>
    <message>
        <source>Verify the {n} real images that are left and add {more} more with {hold} to keep all {all}.</source>
        <translation>核实余下的 {n} 张真实图像，并再添加 {more} 张（{hold}），即可保留全部 {all} 张。</translation>
    </message>
    <message>
        <source>Verify {n} more real images to keep all {all}.</source>
        <translation>再验证 {n} 张真实图像，即可保留全部 {all} 张。</translation>
    </message>
    <message>
        <source>Verify {n} more real images with {hold} to keep all {all}.</source>
        <translation>再核实 {n} 张真实图像（{hold}），即可保留全部 {all} 张。</translation>
    </message>
    <message>
        <source>Version {name}: {n} images to train on, real share {share}.</source>
        <translation>版本 {name}：{n} 张训练图像，真实占比 {share}。</translation>
    </message>
    <message>
        <source>Versions as a whole</source>
        <translation>整个版本</translation>
    </message>
    <message>
        <source>Waiting for images</source>
        <translation>正在等待图像</translation>
    </message>
    <message>
        <source>What</source>
        <translation>比较对象</translation>
    </message>
    <message>
        <source>What became of predictions, on images that came by chance</source>
        <translation>随机出现的图像上预测的结果</translation>
    </message>
    <message>
        <source>What came since {name}</source>
        <translation>{name} 之后新增的内容</translation>
    </message>
    <message>
        <source>What image {image_id} tells of its model is not what its evidence says.</source>
        <translation>图像 {image_id} 所反映的模型情况与其依据不符。</translation>
    </message>
    <message>
        <source>What is unusual</source>
        <translation>异常之处</translation>
    </message>
    <message>
        <source>What pictures look like (KID)</source>
        <translation>图片的外观（KID）</translation>
    </message>
    <message>
        <source>What pictures look like (MMD²)</source>
        <translation>图片的外观（MMD²）</translation>
    </message>
    <message>
        <source>What the project keeps of {name} is not what its receipt says; the project is damaged.</source>
        <translation>项目保存的 {name} 与其凭据不符；项目已损坏。</translation>
    </message>
    <message>
        <source>What the receipt compares with its parent is not what is in the version.</source>
        <translation>凭据中与父版本的比较与版本内容不符。</translation>
    </message>
    <message>
        <source>What the receipt states of its parent cannot be so.</source>
        <translation>凭据中关于父版本的说法不可能成立。</translation>
    </message>
    <message>
        <source>What versions added</source>
        <translation>各版本新增的内容</translation>
    </message>
    <message>
        <source>What {name} added</source>
        <translation>{name} 新增的内容</translation>
    </message>
    <message>
        <source>Without {rule} {n} fewer would stay out.</source>
        <translation>若没有 {rule}，会少排除 {n} 张。</translation>
    </message>
    <message>
        <source>Workload: images that were chosen, which say nothing of a model</source>
        <translation>工作量：经过挑选的图像，不能说明模型的好坏</translation>
    </message>
    <message>
        <source>Would write</source>
        <translation>将写出</translation>
    </message>
    <message>
        <source>Write a trainer setting as name=value, such as lr0=0.001, not “{word}”.</source>
        <translation>训练设置写作 name=value，例如 lr0=0.001，而不是“{word}”。</translation>
    </message>
    <message>
        <source>Wrote {labels} of {images} to {place}.</source>
        <translation>已将{images}的{labels}写到 {place}。</translation>
    </message>
    <message>
        <source>Wrote {version} to {out} again, byte for byte.
receipt {receipt}</source>
        <translation>已将 {version} 逐字节重新写到 {out}。
凭据 {receipt}</translation>
    </message>
    <message>
        <source>Wrote {version} to {place}:</source>
        <translation>已将 {version} 写到 {place}：</translation>
    </message>
    <message>
        <source>XML of another kind (&lt;{tag}&gt;) and no VOC annotation</source>
        <translation>是另一种 XML（&lt;{tag}&gt;），不是 VOC 标注</translation>
    </message>
    <message>
        <source>a SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>a bbox that is not x, y, width, height</source>
        <translation>不是 x, y, width, height 的 bbox</translation>
    </message>
    <message>
        <source>a bbox with a negative side</source>
        <translation>边长为负的 bbox</translation>
    </message>
    <message>
        <source>a box</source>
        <translation>边框</translation>
    </message>
    <message>
        <source>a box that is not x, y, width, height</source>
        <translation>不是 x, y, width, height 的边框</translation>
    </message>
    <message>
        <source>a box whose xbr or ybr is less than its xtl or ytl</source>
        <translation>xbr 或 ybr 小于 xtl 或 ytl 的边框</translation>
    </message>
    <message>
        <source>a box whose xmax or ymax is less than its xmin or ymin</source>
        <translation>xmax 或 ymax 小于 xmin 或 ymin 的边框</translation>
    </message>
    <message>
        <source>a box with a negative side</source>
        <translation>边长为负的边框</translation>
    </message>
    <message>
        <source>a box without an angle where an oriented box has 9 (its class and four corners)</source>
        <translation>没有角度的边框，而旋转框应有 9 列（类别和四个角）</translation>
    </message>
    <message>
        <source>a box without points where an object with {points} points has {wanted}</source>
        <translation>没有点的边框，而有 {points} 个点的对象应有 {wanted} 列</translation>
    </message>
    <message>
        <source>a box, where every row is an outline; Ultralytics takes no file that mixes them</source>
        <translation>各行都是轮廓，此处却是边框；Ultralytics 不接受两者混用的文件</translation>
    </message>
    <message>
        <source>a circle or an ellipse without an area</source>
        <translation>没有面积的圆或椭圆</translation>
    </message>
    <message>
        <source>a circle that is not its centre and a point on it</source>
        <translation>不是由圆心和圆上一点表示的圆</translation>
    </message>
    <message>
        <source>a class of the whole image</source>
        <translation>整幅图像的类别</translation>
    </message>
    <message>
        <source>a class that is gone {n} fewer</source>
        <translation>已不存在的类别减少 {n} 个</translation>
    </message>
    <message>
        <source>a classified image has a folder for its class and no label rows</source>
        <translation>分类图像以文件夹表示类别，没有标签行</translation>
    </message>
    <message>
        <source>a column that is no number</source>
        <translation>不是数的列</translation>
    </message>
    <message>
        <source>a coordinate of {number:g}, far outside every image</source>
        <translation>坐标 {number:g}，远在任何图像之外</translation>
    </message>
    <message>
        <source>a coordinate outside 0 to 1</source>
        <translation>超出 0 到 1 的坐标</translation>
    </message>
    <message>
        <source>a coordinate that is no number</source>
        <translation>不是数的坐标</translation>
    </message>
    <message>
        <source>a coordinate that is not finite</source>
        <translation>不是有限数的坐标</translation>
    </message>
    <message>
        <source>a crowd: a region of many objects is no object</source>
        <translation>群体：许多对象的区域不是一个对象</translation>
    </message>
    <message>
        <source>a group of oriented rectangles</source>
        <translation>一组旋转矩形</translation>
    </message>
    <message>
        <source>a group of shapes with several labels</source>
        <translation>带有多个标签的图形组</translation>
    </message>
    <message>
        <source>a group with a {shape}, which has no area</source>
        <translation>含有没有面积的 {shape} 的组</translation>
    </message>
    <message>
        <source>a keypoint whose visibility is not 0, 1 or 2</source>
        <translation>可见性不是 0、1 或 2 的关键点</translation>
    </message>
    <message>
        <source>a kind of shape that has no area</source>
        <translation>没有面积的图形类型</translation>
    </message>
    <message>
        <source>a label in {place}</source>
        <translation>{place} 中的标签</translation>
    </message>
    <message>
        <source>a link that leads out of {root}</source>
        <translation>指向 {root} 之外的链接</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>a list of {n}</source>
        <translation>含 {n} 个值的列表</translation>
    </message>
    <message>
        <source>a mask that cannot be unpacked</source>
        <translation>无法解包的掩码</translation>
    </message>
    <message>
        <source>a mask that is too large</source>
        <translation>过大的掩码</translation>
    </message>
    <message>
        <source>a mask that lies outside its image</source>
        <translation>位于图像之外的掩码</translation>
    </message>
    <message>
        <source>a mask whose runs are no whole numbers</source>
        <translation>游程不是整数的掩码</translation>
    </message>
    <message>
        <source>a mask whose runs do not fill it</source>
        <translation>游程未填满的掩码</translation>
    </message>
    <message>
        <source>a mask without a pixel</source>
        <translation>没有像素的掩码</translation>
    </message>
    <message>
        <source>a mask without a size, or too large</source>
        <translation>没有尺寸或过大的掩码</translation>
    </message>
    <message>
        <source>a model for {task} instead of {wanted}</source>
        <translation>是 {task} 的模型而不是 {wanted}</translation>
    </message>
    <message>
        <source>a part of the list breaks the mix the receipt states</source>
        <translation>只取一部分会破坏凭据所述的配比</translation>
    </message>
    <message>
        <source>a point that is no [x, y]</source>
        <translation>不是 [x, y] 的点</translation>
    </message>
    <message>
        <source>a point whose visibility is not 0, 1 or 2</source>
        <translation>可见性不是 0、1 或 2 的点</translation>
    </message>
    <message>
        <source>a point {name} that is not one place</source>
        <translation>点 {name} 不是单一位置</translation>
    </message>
    <message>
        <source>a point {name}, which the project's skeleton does not have</source>
        <translation>项目骨架中没有的点 {name}</translation>
    </message>
    <message>
        <source>a point's visibility is {number:g} and not 0, 1 or 2, so it was written by a model</source>
        <translation>点的可见性为 {number:g}，不是 0、1 或 2，因此是模型写的</translation>
    </message>
    <message>
        <source>a program suggested it</source>
        <translation>有程序建议过此类别</translation>
    </message>
    <message>
        <source>a rectangle that is not two or four corners of an upright one</source>
        <translation>不是正立矩形的两个或四个角点的矩形</translation>
    </message>
    <message>
        <source>a run used it for a class of its model</source>
        <translation>某次运行将模型的类别对应到它</translation>
    </message>
    <message>
        <source>a segmentation that is neither polygons nor RLE</source>
        <translation>既不是多边形也不是 RLE 的 segmentation</translation>
    </message>
    <message>
        <source>a shape without a label</source>
        <translation>没有标签的图形</translation>
    </message>
    <message>
        <source>a skeleton without a point that is seen</source>
        <translation>没有可见点的骨架</translation>
    </message>
    <message>
        <source>a skeleton, where the project has none</source>
        <translation>项目没有骨架，此处却是骨架</translation>
    </message>
    <message>
        <source>a source's class number stands for it</source>
        <translation>某个来源的类别编号对应到它</translation>
    </message>
    <message>
        <source>a teacher's labels are not in the receipt</source>
        <translation>教师模型的标签不在凭据中</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>a version has it</source>
        <translation>有版本包含它</translation>
    </message>
    <message>
        <source>a version is trained in one go</source>
        <translation>版本须一次训练完成</translation>
    </message>
    <message>
        <source>a whole number from 0 on</source>
        <translation>大于等于 0 的整数</translation>
    </message>
    <message>
        <source>a {shape} among its points</source>
        <translation>其点中有 {shape}</translation>
    </message>
    <message>
        <source>a {shape}, which has no area</source>
        <translation>没有面积的 {shape}</translation>
    </message>
    <message>
        <source>about {objects} objects</source>
        <translation>约 {objects} 个对象</translation>
    </message>
    <message>
        <source>accepted a proposal</source>
        <translation>接受候选</translation>
    </message>
    <message>
        <source>add and verify 1 more real image</source>
        <translation>再添加并验证 1 张真实图像</translation>
    </message>
    <message>
        <source>add and verify 1 more real image with {hold}</source>
        <translation>再添加并验证 1 张真实图像（{hold}）</translation>
    </message>
    <message>
        <source>add and verify {n} more real images</source>
        <translation>再添加并验证 {n} 张真实图像</translation>
    </message>
    <message>
        <source>add and verify {n} more real images with {hold}</source>
        <translation>再添加并验证 {n} 张真实图像（{hold}）</translation>
    </message>
    <message>
        <source>added a class</source>
        <translation>添加类别</translation>
    </message>
    <message>
        <source>added a model</source>
        <translation>添加模型</translation>
    </message>
    <message>
        <source>added a source</source>
        <translation>添加数据源</translation>
    </message>
    <message>
        <source>all masks</source>
        <translation>全部掩码</translation>
    </message>
    <message>
        <source>an RLE mask of {width} x {height} pixels on an image of {own_width} x {own_height}</source>
        <translation>{own_width} x {own_height} 图像上的 {width} x {height} 像素 RLE 掩码</translation>
    </message>
    <message>
        <source>an RLE mask that cannot be unpacked</source>
        <translation>无法解包的 RLE 掩码</translation>
    </message>
    <message>
        <source>an RLE mask whose counts are neither text nor whole numbers</source>
        <translation>counts 既不是文本也不是整数的 RLE 掩码</translation>
    </message>
    <message>
        <source>an RLE mask whose runs do not fill it</source>
        <translation>游程未填满的 RLE 掩码</translation>
    </message>
    <message>
        <source>an RLE mask without a size of two whole numbers</source>
        <translation>尺寸不是两个整数的 RLE 掩码</translation>
    </message>
    <message>
        <source>an image generator</source>
        <translation>图像生成器</translation>
    </message>
    <message>
        <source>an image without a file name</source>
        <translation>没有文件名的图像</translation>
    </message>
    <message>
        <source>an image without an id</source>
        <translation>没有 ID 的图像</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>an object that lies outside its image, or is under a pixel</source>
        <translation>位于图像之外或不足一个像素的对象</translation>
    </message>
    <message>
        <source>an object with a place, and a project for classify takes classes of whole images</source>
        <translation>带位置的对象，而 classify 项目采用整幅图像的类别</translation>
    </message>
    <message>
        <source>an object without a box</source>
        <translation>没有边框的对象</translation>
    </message>
    <message>
        <source>an object without a name</source>
        <translation>没有名称的对象</translation>
    </message>
    <message>
        <source>an odd number of coordinates</source>
        <translation>坐标个数为奇数</translation>
    </message>
    <message>
        <source>an odd number of coordinates, or a confidence at the end of an outline</source>
        <translation>坐标个数为奇数，或轮廓末尾有置信度</translation>
    </message>
    <message>
        <source>an oriented box</source>
        <translation>旋转框</translation>
    </message>
    <message>
        <source>an oriented box with a negative side</source>
        <translation>边长为负的旋转框</translation>
    </message>
    <message>
        <source>an oriented box without its four corners</source>
        <translation>缺少四个角的旋转框</translation>
    </message>
    <message>
        <source>an outline</source>
        <translation>轮廓</translation>
    </message>
    <message>
        <source>an outline that is no rectangle, and an oriented box is never guessed</source>
        <translation>不是矩形的轮廓，而旋转框从不猜测</translation>
    </message>
    <message>
        <source>an outline with fewer than three corners</source>
        <translation>少于三个角点的轮廓</translation>
    </message>
    <message>
        <source>angle</source>
        <translation>角度</translation>
    </message>
    <message>
        <source>another class was merged into it</source>
        <translation>有其他类别合并到了它</translation>
    </message>
    <message>
        <source>another picture has this name with another ending, and label files have none</source>
        <translation>另有同名但扩展名不同的图像，而标签文件不区分扩展名</translation>
    </message>
    <message>
        <source>another version ({digest})</source>
        <translation>另一个版本（{digest}）</translation>
    </message>
    <message>
        <source>answered a honeypot</source>
        <translation>回答蜜罐</translation>
    </message>
    <message>
        <source>assigned images to splits</source>
        <translation>将图像分配到划分</translation>
    </message>
    <message>
        <source>batch is a number of images, 1 or more.</source>
        <translation>batch 是图像张数，1 或更多。</translation>
    </message>
    <message>
        <source>box</source>
        <translation>边框</translation>
    </message>
    <message>
        <source>boxes</source>
        <translation>边框</translation>
    </message>
    <message>
        <source>boxes with keypoints</source>
        <translation>带关键点的边框</translation>
    </message>
    <message>
        <source>broken pipe</source>
        <translation>管道已断开</translation>
    </message>
    <message>
        <source>brought a class back</source>
        <translation>恢复已停用的类别</translation>
    </message>
    <message>
        <source>cannot allocate memory</source>
        <translation>无法分配内存</translation>
    </message>
    <message>
        <source>category {category}, which the file does not list</source>
        <translation>文件未列出的类别 {category}</translation>
    </message>
    <message>
        <source>changed a label</source>
        <translation>修改标签</translation>
    </message>
    <message>
        <source>changed a setting</source>
        <translation>更改设置</translation>
    </message>
    <message>
        <source>changed the model by which pictures are compared</source>
        <translation>更改了用于比较图像的模型</translation>
    </message>
    <message>
        <source>changed the order of the classes</source>
        <translation>更改类别顺序</translation>
    </message>
    <message>
        <source>changed the origin</source>
        <translation>更改来源</translation>
    </message>
    <message>
        <source>checking files</source>
        <translation>正在检查文件</translation>
    </message>
    <message>
        <source>checking on the val images, batch {n} of {all}</source>
        <translation>正在 val 图像上检查，第 {n}/{all} 批</translation>
    </message>
    <message>
        <source>checking the version</source>
        <translation>正在检查版本</translation>
    </message>
    <message>
        <source>checking what was loaded, {split} image {n} of {all}</source>
        <translation>正在检查已加载的内容，{split} 图像 {n}/{all}</translation>
    </message>
    <message>
        <source>choosing the model</source>
        <translation>正在选择模型</translation>
    </message>
    <message>
        <source>class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>class floor</source>
        <translation>类别下限</translation>
    </message>
    <message>
        <source>class {number}, where the list has {classes}</source>
        <translation>类别 {number}，而列表只有 {classes} 个</translation>
    </message>
    <message>
        <source>class {number}, which the file does not list</source>
        <translation>文件未列出的类别 {number}</translation>
    </message>
    <message>
        <source>classes are gone</source>
        <translation>有类别消失</translation>
    </message>
    <message>
        <source>classes of whole images</source>
        <translation>整幅图像的类别</translation>
    </message>
    <message>
        <source>cleared a flag</source>
        <translation>清除存疑标记</translation>
    </message>
    <message>
        <source>comparing pictures</source>
        <translation>正在比较图像</translation>
    </message>
    <message>
        <source>comparing the models</source>
        <translation>正在比较模型</translation>
    </message>
    <message>
        <source>comparing {name}</source>
        <translation>正在比较 {name}</translation>
    </message>
    <message>
        <source>completed a blind image and saw its predictions</source>
        <translation>完成盲标图像并查看预测</translation>
    </message>
    <message>
        <source>corrected a proposal</source>
        <translation>修正候选</translation>
    </message>
    <message>
        <source>created the project</source>
        <translation>创建项目</translation>
    </message>
    <message>
        <source>cut an outline in two</source>
        <translation>将轮廓切成了两个</translation>
    </message>
    <message>
        <source>deleted a class</source>
        <translation>删除类别</translation>
    </message>
    <message>
        <source>described a version</source>
        <translation>描述了版本</translation>
    </message>
    <message>
        <source>device or resource busy</source>
        <translation>设备或资源正忙</translation>
    </message>
    <message>
        <source>directory not empty</source>
        <translation>文件夹非空</translation>
    </message>
    <message>
        <source>disk quota exceeded</source>
        <translation>超出磁盘配额</translation>
    </message>
    <message>
        <source>drew a label</source>
        <translation>绘制标签</translation>
    </message>
    <message>
        <source>edge</source>
        <translation>边缘</translation>
    </message>
    <message>
        <source>epoch {n} of {all} done, on val: {figures}</source>
        <translation>第 {n}/{all} 轮 epoch 完成，val：{figures}</translation>
    </message>
    <message>
        <source>epoch {n} of {all}, loss: {losses}</source>
        <translation>第 {n}/{all} 轮 epoch，损失：{losses}</translation>
    </message>
    <message>
        <source>evaluated models</source>
        <translation>评估模型</translation>
    </message>
    <message>
        <source>file exists</source>
        <translation>文件已存在</translation>
    </message>
    <message>
        <source>file name too long</source>
        <translation>文件名过长</translation>
    </message>
    <message>
        <source>file too large</source>
        <translation>文件过大</translation>
    </message>
    <message>
        <source>flagged as unsure</source>
        <translation>标记存疑</translation>
    </message>
    <message>
        <source>four corners that are no rectangle, and an oriented box is never guessed</source>
        <translation>四个角不构成矩形，而旋转框从不猜测</translation>
    </message>
    <message>
        <source>fresh share</source>
        <translation>新增占比</translation>
    </message>
    <message>
        <source>gave an image its class</source>
        <translation>指定图像类别</translation>
    </message>
    <message>
        <source>give the .pt it was made from, or have it exported anew with Ultralytics (yolo export format=onnx)</source>
        <translation>请给出其来源的 .pt，或用 Ultralytics 重新导出（yolo export format=onnx）</translation>
    </message>
    <message>
        <source>how diverse pictures are</source>
        <translation>图片的多样程度</translation>
    </message>
    <message>
        <source>how many images are empty</source>
        <translation>空图像的多少</translation>
    </message>
    <message>
        <source>how many objects an image has</source>
        <translation>图像中对象的多少</translation>
    </message>
    <message>
        <source>how many pictures are near-duplicates</source>
        <translation>近似重复图片的多少</translation>
    </message>
    <message>
        <source>imported labels</source>
        <translation>导入标签</translation>
    </message>
    <message>
        <source>imported labels have it</source>
        <translation>有导入的标签属于此类别</translation>
    </message>
    <message>
        <source>input/output error</source>
        <translation>输入/输出错误</translation>
    </message>
    <message>
        <source>invalid argument</source>
        <translation>无效参数</translation>
    </message>
    <message>
        <source>invalid cross-device link</source>
        <translation>无效的跨设备链接</translation>
    </message>
    <message>
        <source>is a directory</source>
        <translation>是文件夹</translation>
    </message>
    <message>
        <source>it belongs to no image of the file</source>
        <translation>它不属于文件中的任何图像</translation>
    </message>
    <message>
        <source>it cannot be read ({reason})</source>
        <translation>无法读取（{reason}）</translation>
    </message>
    <message>
        <source>it changes every label</source>
        <translation>它会改变每个标签</translation>
    </message>
    <message>
        <source>it has been changed since</source>
        <translation>此后已被更改</translation>
    </message>
    <message>
        <source>it has {points}, the version {wanted}</source>
        <translation>它有 {points}，版本有 {wanted} 个</translation>
    </message>
    <message>
        <source>it is for {task}, the version for {wanted}</source>
        <translation>它用于 {task}，版本用于 {wanted}</translation>
    </message>
    <message>
        <source>it is larger than such a file can be</source>
        <translation>对这类文件来说过大</translation>
    </message>
    <message>
        <source>it is larger than the memory that is free</source>
        <translation>文件大于可用内存</translation>
    </message>
    <message>
        <source>it is training</source>
        <translation>这是训练</translation>
    </message>
    <message>
        <source>it leaves labels out</source>
        <translation>它会略去标签</translation>
    </message>
    <message>
        <source>it was reopened</source>
        <translation>已重新打开</translation>
    </message>
    <message>
        <source>it was worked on already</source>
        <translation>已有人处理过</translation>
    </message>
    <message>
        <source>its C2PA manifest</source>
        <translation>其 C2PA 清单</translation>
    </message>
    <message>
        <source>its classes are {names}, the version's {theirs}</source>
        <translation>其类别是 {names}，版本的是 {theirs}</translation>
    </message>
    <message>
        <source>its file changed meanwhile</source>
        <translation>其文件在此期间改变</translation>
    </message>
    <message>
        <source>its file is not known</source>
        <translation>其文件未知</translation>
    </message>
    <message>
        <source>its flag was changed</source>
        <translation>其存疑标记已更改</translation>
    </message>
    <message>
        <source>its labels are for {width} x {height} pixels, it has {own_width} x {own_height}</source>
        <translation>其标签针对 {width} x {height} 像素，而图像为 {own_width} x {own_height}</translation>
    </message>
    <message>
        <source>its labels are for {width} x {height} pixels, it has {own_width} x {own_height} (the file is shown turned by its EXIF orientation)</source>
        <translation>其标签针对 {width} x {height} 像素，而图像为 {own_width} x {own_height}（按 EXIF 方向旋转显示）</translation>
    </message>
    <message>
        <source>joined outlines</source>
        <translation>合并了轮廓</translation>
    </message>
    <message>
        <source>kept a label against a model</source>
        <translation>坚持标签而非模型</translation>
    </message>
    <message>
        <source>keypoints</source>
        <translation>关键点</translation>
    </message>
    <message>
        <source>keypoints that are not x, y, v for each point of the category</source>
        <translation>不是类别各点 x, y, v 的关键点</translation>
    </message>
    <message>
        <source>keypoints that do not come in full</source>
        <translation>不完整的关键点</translation>
    </message>
    <message>
        <source>kpt_shape in {file} is not [points, 2 or 3].</source>
        <translation>{file} 中的 kpt_shape 不是 [点数, 2 或 3]。</translation>
    </message>
    <message>
        <source>label rows with corners or points</source>
        <translation>带角点或点的标签行</translation>
    </message>
    <message>
        <source>label_class {key}: it was merged into itself.</source>
        <translation>label_class {key}：它被合并到自身。</translation>
    </message>
    <message>
        <source>labels ({form}): {classes}</source>
        <translation>标签（{form}）：{classes}</translation>
    </message>
    <message>
        <source>labels had it, and undo may bring them back</source>
        <translation>曾有标签属于此类别，撤销可能使其恢复</translation>
    </message>
    <message>
        <source>labels have it</source>
        <translation>有标签属于此类别</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>略去</translation>
    </message>
    <message>
        <source>line {number} of {file}</source>
        <translation>{file} 的第 {number} 行</translation>
    </message>
    <message>
        <source>lineage {lineage}</source>
        <translation>谱系 {lineage}</translation>
    </message>
    <message>
        <source>lineage {lineage}, {proof}</source>
        <translation>谱系 {lineage}，{proof}</translation>
    </message>
    <message>
        <source>linking the images, {n} of {all}</source>
        <translation>正在链接图像，{n}/{all}</translation>
    </message>
    <message>
        <source>loading the model</source>
        <translation>正在加载模型</translation>
    </message>
    <message>
        <source>looked at image files</source>
        <translation>检查图像文件</translation>
    </message>
    <message>
        <source>looked for drift</source>
        <translation>检查了漂移</translation>
    </message>
    <message>
        <source>looking at files</source>
        <translation>正在查看文件</translation>
    </message>
    <message>
        <source>looking for drift</source>
        <translation>正在检查漂移</translation>
    </message>
    <message>
        <source>looking for the images</source>
        <translation>正在查找图像</translation>
    </message>
    <message>
        <source>made a program's suggestion a label</source>
        <translation>将程序的建议转为标签</translation>
    </message>
    <message>
        <source>marked an image complete</source>
        <translation>将图像标为完成</translation>
    </message>
    <message>
        <source>marked an image complete and empty</source>
        <translation>将图像标为完成（无目标）</translation>
    </message>
    <message>
        <source>mask</source>
        <translation>掩码</translation>
    </message>
    <message>
        <source>measuring on gold</source>
        <translation>正在金标图像上测量</translation>
    </message>
    <message>
        <source>merged two classes</source>
        <translation>合并类别</translation>
    </message>
    <message>
        <source>neither a bbox nor a segmentation</source>
        <translation>既没有 bbox 也没有 segmentation</translation>
    </message>
    <message>
        <source>no XML, or cut off</source>
        <translation>不是 XML，或被截断</translation>
    </message>
    <message>
        <source>no category</source>
        <translation>没有类别</translation>
    </message>
    <message>
        <source>no ending</source>
        <translation>无扩展名</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>没有标签</translation>
    </message>
    <message>
        <source>no pictures are drawn</source>
        <translation>不绘制图片</translation>
    </message>
    <message>
        <source>no single rectangle that groups the points of an object</source>
        <translation>没有唯一的矩形将对象的点归为一组</translation>
    </message>
    <message>
        <source>no space left on device</source>
        <translation>磁盘空间不足</translation>
    </message>
    <message>
        <source>no such file or directory</source>
        <translation>没有该文件或文件夹</translation>
    </message>
    <message>
        <source>no text in UTF-8</source>
        <translation>不是 UTF-8 文本</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>not a directory</source>
        <translation>不是文件夹</translation>
    </message>
    <message>
        <source>not a valid path</source>
        <translation>不是有效的路径</translation>
    </message>
    <message>
        <source>not an ordinary file</source>
        <translation>不是普通文件</translation>
    </message>
    <message>
        <source>nothing was recorded</source>
        <translation>没有记录任何内容</translation>
    </message>
    <message>
        <source>one of {words}</source>
        <translation>{words} 之一</translation>
    </message>
    <message>
        <source>only the best weights are kept</source>
        <translation>只保留最佳权重</translation>
    </message>
    <message>
        <source>only {n} of {images} drawn in an epoch</source>
        <translation>一个 epoch 只抽取 {images}中的 {n} 张</translation>
    </message>
    <message>
        <source>operation not permitted</source>
        <translation>不允许的操作</translation>
    </message>
    <message>
        <source>operation not supported</source>
        <translation>不支持的操作</translation>
    </message>
    <message>
        <source>oriented boxes</source>
        <translation>旋转框</translation>
    </message>
    <message>
        <source>other classes ({loaded} instead of {stated})</source>
        <translation>类别不同（{loaded}，而不是 {stated}）</translation>
    </message>
    <message>
        <source>other labels on {images} ({files})</source>
        <translation>{images}上的标签不同（{files}）</translation>
    </message>
    <message>
        <source>other mirror pairs of points ({loaded} instead of {stated})</source>
        <translation>点的镜像对不同（{loaded}，而不是 {stated}）</translation>
    </message>
    <message>
        <source>other pixels beside {images} ({files})</source>
        <translation>{images}旁有其他像素（{files}）</translation>
    </message>
    <message>
        <source>other weights would hide the model's lineage</source>
        <translation>其他权重会掩盖模型的谱系</translation>
    </message>
    <message>
        <source>outlines</source>
        <translation>轮廓</translation>
    </message>
    <message>
        <source>over {most} MB; that is no annotation</source>
        <translation>超过 {most} MB；这不是标注</translation>
    </message>
    <message>
        <source>over {most} MB; that is no label file</source>
        <translation>超过 {most} MB；这不是标签文件</translation>
    </message>
    <message>
        <source>pasted a label</source>
        <translation>粘贴了标注</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>权限不足</translation>
    </message>
    <message>
        <source>points</source>
        <translation>点</translation>
    </message>
    <message>
        <source>points that are no list</source>
        <translation>不是列表的点</translation>
    </message>
    <message>
        <source>points that are not x,y;x,y</source>
        <translation>不是 x,y;x,y 形式的点</translation>
    </message>
    <message>
        <source>predicting</source>
        <translation>正在预测</translation>
    </message>
    <message>
        <source>predictions have it</source>
        <translation>有预测属于此类别</translation>
    </message>
    <message>
        <source>put a program's suggestion away</source>
        <translation>收起程序的建议</translation>
    </message>
    <message>
        <source>put a publisher's splits aside</source>
        <translation>不再采用发布者的划分</translation>
    </message>
    <message>
        <source>rare classes are lost</source>
        <translation>稀有类别流失</translation>
    </message>
    <message>
        <source>read-only file system</source>
        <translation>只读文件系统</translation>
    </message>
    <message>
        <source>reading images</source>
        <translation>正在读取图像</translation>
    </message>
    <message>
        <source>real share</source>
        <translation>真实占比</translation>
    </message>
    <message>
        <source>receipt {digest}</source>
        <translation>凭据 {digest}</translation>
    </message>
    <message>
        <source>recorded how pictures look to a model</source>
        <translation>记录了模型看到的图像特征</translation>
    </message>
    <message>
        <source>recorded predictions</source>
        <translation>记录预测</translation>
    </message>
    <message>
        <source>redid an operation</source>
        <translation>重做操作</translation>
    </message>
    <message>
        <source>rejected a proposal</source>
        <translation>拒绝候选</translation>
    </message>
    <message>
        <source>rejected a proposal, to be fixed later</source>
        <translation>拒绝候选（稍后修正）</translation>
    </message>
    <message>
        <source>released images from gold</source>
        <translation>移出金标</translation>
    </message>
    <message>
        <source>relocated a source</source>
        <translation>重新定位数据源</translation>
    </message>
    <message>
        <source>removed a label</source>
        <translation>删除标签</translation>
    </message>
    <message>
        <source>removed images</source>
        <translation>移除图像</translation>
    </message>
    <message>
        <source>renamed a class</source>
        <translation>重命名类别</translation>
    </message>
    <message>
        <source>reopened an image</source>
        <translation>重新打开图像</translation>
    </message>
    <message>
        <source>reserved images for gold</source>
        <translation>留作金标</translation>
    </message>
    <message>
        <source>retired a class</source>
        <translation>停用类别</translation>
    </message>
    <message>
        <source>said that decisions were a program's</source>
        <translation>声明决定出自程序</translation>
    </message>
    <message>
        <source>seen share</source>
        <translation>窗口查看占比</translation>
    </message>
    <message>
        <source>setting 'task': it does not say what the project's objects are.</source>
        <translation>setting 'task'：没有说明项目的对象是什么。</translation>
    </message>
    <message>
        <source>setting {name!r}: it says nothing.</source>
        <translation>setting {name!r}：没有内容。</translation>
    </message>
    <message>
        <source>settings are given by name</source>
        <translation>设置按名称给出</translation>
    </message>
    <message>
        <source>settled a difference on a blind image</source>
        <translation>解决盲标图像上的差异</translation>
    </message>
    <message>
        <source>share by instances</source>
        <translation>按实例的占比</translation>
    </message>
    <message>
        <source>since then {name} {did}</source>
        <translation>此后 {name} 进行了“{did}”</translation>
    </message>
    <message>
        <source>six columns, so it has a confidence and was written by a model</source>
        <translation>有六列，因此含有置信度，是模型写的</translation>
    </message>
    <message>
        <source>something about it has changed</source>
        <translation>有内容发生了变化</translation>
    </message>
    <message>
        <source>spread of points</source>
        <translation>点的离散度</translation>
    </message>
    <message>
        <source>stale file handle</source>
        <translation>文件句柄已失效</translation>
    </message>
    <message>
        <source>started a run</source>
        <translation>开始运行</translation>
    </message>
    <message>
        <source>suggested something</source>
        <translation>提出建议</translation>
    </message>
    <message>
        <source>syncing</source>
        <translation>正在同步</translation>
    </message>
    <message>
        <source>the NMS-free head is used throughout</source>
        <translation>全程使用无 NMS 的头</translation>
    </message>
    <message>
        <source>the base model is given by its own option</source>
        <translation>基础模型由专门的选项给出</translation>
    </message>
    <message>
        <source>the best weights are chosen on the val images</source>
        <translation>最佳权重在 val 图像上选出</translation>
    </message>
    <message>
        <source>the brightness of pictures</source>
        <translation>图片的亮度</translation>
    </message>
    <message>
        <source>the file has changed since it was looked at</source>
        <translation>查看后文件已改变</translation>
    </message>
    <message>
        <source>the file has other bytes</source>
        <translation>文件内容已不同</translation>
    </message>
    <message>
        <source>the image has been exported for {split} since</source>
        <translation>此后图像已为 {split} 导出</translation>
    </message>
    <message>
        <source>the image id {number} twice</source>
        <translation>图像 ID {number} 出现两次</translation>
    </message>
    <message>
        <source>the index {name} is not of this program, and does more than help to search</source>
        <translation>索引 {name} 不是本程序的，且不只用于搜索</translation>
    </message>
    <message>
        <source>the path {text!r} leads out of the dataset</source>
        <translation>路径 {text!r} 指向数据集之外</translation>
    </message>
    <message>
        <source>the program decides where files go</source>
        <translation>由程序决定文件位置</translation>
    </message>
    <message>
        <source>the program keeps the figures itself</source>
        <translation>由程序自行保存数值</translation>
    </message>
    <message>
        <source>the program reports progress itself</source>
        <translation>由程序自行报告进度</translation>
    </message>
    <message>
        <source>the project decides it</source>
        <translation>由项目决定</translation>
    </message>
    <message>
        <source>the receipt</source>
        <translation>凭据</translation>
    </message>
    <message>
        <source>the shape of objects</source>
        <translation>对象的宽高比</translation>
    </message>
    <message>
        <source>the shares of the classes</source>
        <translation>各类别的占比</translation>
    </message>
    <message>
        <source>the sharpness of pictures</source>
        <translation>图片的清晰度</translation>
    </message>
    <message>
        <source>the size of objects</source>
        <translation>对象的尺寸</translation>
    </message>
    <message>
        <source>the size of pictures</source>
        <translation>图片的尺寸</translation>
    </message>
    <message>
        <source>the table {name} has other columns</source>
        <translation>表 {name} 的列不同</translation>
    </message>
    <message>
        <source>the table {name} has other rules</source>
        <translation>表 {name} 的约束不同</translation>
    </message>
    <message>
        <source>the table {name} is missing</source>
        <translation>缺少表 {name}</translation>
    </message>
    <message>
        <source>the table {name} is not of this program</source>
        <translation>表 {name} 不是本程序的</translation>
    </message>
    <message>
        <source>the text “Comment” holds the settings of NovelAI</source>
        <translation>文本“Comment”含有 NovelAI 的设置</translation>
    </message>
    <message>
        <source>the text “Description” of Midjourney</source>
        <translation>Midjourney 的文本“Description”</translation>
    </message>
    <message>
        <source>the text “RenderTime” of Blender</source>
        <translation>Blender 的文本“RenderTime”</translation>
    </message>
    <message>
        <source>the text “parameters” of an image generator</source>
        <translation>图像生成器的文本“parameters”</translation>
    </message>
    <message>
        <source>the text “{key}” holds a prompt</source>
        <translation>文本“{key}”含有提示词</translation>
    </message>
    <message>
        <source>the text “{key}” holds a prompt of ComfyUI</source>
        <translation>文本“{key}”含有 ComfyUI 的提示词</translation>
    </message>
    <message>
        <source>the text “{key}” holds a workflow of ComfyUI</source>
        <translation>文本“{key}”含有 ComfyUI 的工作流</translation>
    </message>
    <message>
        <source>the text “{key}” holds the settings of Stable Diffusion</source>
        <translation>文本“{key}”含有 Stable Diffusion 的设置</translation>
    </message>
    <message>
        <source>the text “{key}” of {program}</source>
        <translation>{program} 的文本“{key}”</translation>
    </message>
    <message>
        <source>the version decides what is trained on</source>
        <translation>由版本决定用什么训练</translation>
    </message>
    <message>
        <source>the weights are kept in any case</source>
        <translation>权重无论如何都会保留</translation>
    </message>
    <message>
        <source>the {kind} {name} is missing or another</source>
        <translation>{name}（{kind}）缺失或不同</translation>
    </message>
    <message>
        <source>the {kind} {name} is not of this program</source>
        <translation>{name}（{kind}）不是本程序的</translation>
    </message>
    <message>
        <source>there are imported labels of this class by now</source>
        <translation>已有此类别的导入标签</translation>
    </message>
    <message>
        <source>there are labels of this class by now</source>
        <translation>已有此类别的标签</translation>
    </message>
    <message>
        <source>there are predictions of this class by now</source>
        <translation>已有此类别的预测</translation>
    </message>
    <message>
        <source>there is no schema {version}</source>
        <translation>没有模式 {version}</translation>
    </message>
    <message>
        <source>there is no such picture in {root}</source>
        <translation>{root} 中没有这样的图像</translation>
    </message>
    <message>
        <source>too many levels of symbolic links</source>
        <translation>符号链接层级过多</translation>
    </message>
    <message>
        <source>too many open files</source>
        <translation>打开的文件过多</translation>
    </message>
    <message>
        <source>took a model into use</source>
        <translation>启用了模型</translation>
    </message>
    <message>
        <source>took a model's side</source>
        <translation>采纳模型的结果</translation>
    </message>
    <message>
        <source>took frames out of a video</source>
        <translation>从视频提取帧</translation>
    </message>
    <message>
        <source>took responsibility for a file of lines</source>
        <translation>对一个行文件承担责任</translation>
    </message>
    <message>
        <source>torch {version} cannot open a .pt file without running code from it; install 2.6 or newer.</source>
        <translation>torch {version} 无法在不运行其中代码的情况下打开 .pt 文件；请安装 2.6 或更新版本。</translation>
    </message>
    <message>
        <source>train and val</source>
        <translation>train 和 val</translation>
    </message>
    <message>
        <source>trained a model</source>
        <translation>训练模型</translation>
    </message>
    <message>
        <source>training</source>
        <translation>正在训练</translation>
    </message>
    <message>
        <source>training must be repeatable</source>
        <translation>训练必须可复现</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>undid an operation</source>
        <translation>撤销操作</translation>
    </message>
    <message>
        <source>up to {high:.3g}</source>
        <translation>至多 {high:.3g}</translation>
    </message>
    <message>
        <source>validation reads the version's val images</source>
        <translation>验证读取版本的 val 图像</translation>
    </message>
    <message>
        <source>verify 1 more real image</source>
        <translation>再验证 1 张真实图像</translation>
    </message>
    <message>
        <source>verify 1 more real image with {hold}</source>
        <translation>再验证 1 张真实图像（{hold}）</translation>
    </message>
    <message>
        <source>verify more real images</source>
        <translation>继续验证真实图像</translation>
    </message>
    <message>
        <source>verify the 1 real image that is left and add {more} more</source>
        <translation>验证余下的 1 张真实图像，并再添加 {more} 张</translation>
    </message>
    <message>
        <source>verify the 1 real image that is left and add {more} more with {hold}</source>
        <translation>验证余下的 1 张真实图像，并再添加 {more} 张（{hold}）</translation>
    </message>
    <message>
        <source>verify the {n} real images that are left and add {more} more</source>
        <translation>验证余下的 {n} 张真实图像，并再添加 {more} 张</translation>
    </message>
    <message>
        <source>verify the {n} real images that are left and add {more} more with {hold}</source>
        <translation>验证余下的 {n} 张真实图像，并再添加 {more} 张（{hold}）</translation>
    </message>
    <message>
        <source>verify {n} more real images</source>
        <translation>再验证 {n} 张真实图像</translation>
    </message>
    <message>
        <source>verify {n} more real images with {hold}</source>
        <translation>再验证 {n} 张真实图像（{hold}）</translation>
    </message>
    <message>
        <source>vouched for imported labels</source>
        <translation>担保导入的标签</translation>
    </message>
    <message>
        <source>was given a blind image</source>
        <translation>分配盲标图像</translation>
    </message>
    <message>
        <source>was shown a honeypot</source>
        <translation>显示蜜罐</translation>
    </message>
    <message>
        <source>went a step further in a cycle</source>
        <translation>在循环中前进了一步</translation>
    </message>
    <message>
        <source>what belongs there</source>
        <translation>该处应有的内容</translation>
    </message>
    <message>
        <source>what pictures look like</source>
        <translation>图片的外观</translation>
    </message>
    <message>
        <source>what was just to be recorded is not, and all that was before is</source>
        <translation>刚要记录的内容没有记录，此前的内容都在</translation>
    </message>
    <message>
        <source>where objects lie</source>
        <translation>对象所在的位置</translation>
    </message>
    <message>
        <source>whether the last decision is in it `verify-app log` says</source>
        <translation>最后一个决定是否在其中，可查看历史</translation>
    </message>
    <message>
        <source>which points</source>
        <translation>哪些点</translation>
    </message>
    <message>
        <source>writing</source>
        <translation>正在写入</translation>
    </message>
    <message>
        <source>writing the version</source>
        <translation>正在写入版本</translation>
    </message>
    <message>
        <source>wrote a version</source>
        <translation>写出版本</translation>
    </message>
    <message>
        <source>{actor} is a program in this project; name the person who takes responsibility.</source>
        <translation>{actor} 在此项目中是程序；请指定承担责任的人。</translation>
    </message>
    <message>
        <source>{change:+.1f} points {metric}, 95 % interval {low:+.1f} to {high:+.1f}</source>
        <translation>{metric} {change:+.1f} 点，95 % 区间 {low:+.1f} 到 {high:+.1f}</translation>
    </message>
    <message>
        <source>{column} is missing</source>
        <translation>{column} 缺失</translation>
    </message>
    <message>
        <source>{column} is no number</source>
        <translation>{column} 不是数</translation>
    </message>
    <message>
        <source>{column} is no text in UTF-8</source>
        <translation>{column} 不是 UTF-8 文本</translation>
    </message>
    <message>
        <source>{column} is {given}, not {wanted}</source>
        <translation>{column} 是 {given}，不是 {wanted}</translation>
    </message>
    <message>
        <source>{column} is {value!r}, which says nothing</source>
        <translation>{column} 为 {value!r}，没有意义</translation>
    </message>
    <message>
        <source>{figures}, on 1 gold image</source>
        <translation>{figures}，基于 1 张金标图像</translation>
    </message>
    <message>
        <source>{figures}, on {n} gold images</source>
        <translation>{figures}，基于 {n} 张金标图像</translation>
    </message>
    <message>
        <source>{figures}, on {n} gold images, of which {apart} are independent (frames of one video count once)</source>
        <translation>{figures}，基于 {n} 张金标图像，其中 {apart} 个相互独立（同一视频的帧只计一次）</translation>
    </message>
    <message>
        <source>{file} and the log beside it are {size:,.1f} GB, too much to be copied to be read; have the project closed where it was made, which takes in the log, and copy it anew.</source>
        <translation>{file} 及其日志共 {size:,.1f} GB，太大而无法为读取而复制；请在其来源处关闭项目（日志会并入），再重新复制。</translation>
    </message>
    <message>
        <source>{file} calls both class {first} and class {number} {name}; each needs its own name.</source>
        <translation>{file} 把类别 {first} 和类别 {number} 都称为 {name}；每个都需要各自的名称。</translation>
    </message>
    <message>
        <source>{file} cannot be copied into the project: {reason}.</source>
        <translation>无法将 {file} 复制到项目中：{reason}。</translation>
    </message>
    <message>
        <source>{file} cannot be copied to be read: {reason}.</source>
        <translation>无法为读取而复制 {file}：{reason}。</translation>
    </message>
    <message>
        <source>{file} cannot be opened; check that it exists and that you may read it.</source>
        <translation>无法打开 {file}；请检查它是否存在以及您是否可以读取。</translation>
    </message>
    <message>
        <source>{file} cannot be read ({reason}).</source>
        <translation>无法读取 {file}（{reason}）。</translation>
    </message>
    <message>
        <source>{file} cannot be read.</source>
        <translation>无法读取 {file}。</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}.</source>
        <translation>无法读取 {file}：{reason}。</translation>
    </message>
    <message>
        <source>{file} cannot be run by Ultralytics ({reason}).</source>
        <translation>Ultralytics 无法运行 {file}（{reason}）。</translation>
    </message>
    <message>
        <source>{file} cannot be trained on; give the .pt it was made from.</source>
        <translation>无法在 {file} 上训练；请给出其来源的 .pt。</translation>
    </message>
    <message>
        <source>{file} cannot be written ({reason}); choose another place.</source>
        <translation>无法写入 {file}（{reason}）；请选择其他位置。</translation>
    </message>
    <message>
        <source>{file} cannot be written: {reason}.</source>
        <translation>无法写入 {file}：{reason}。</translation>
    </message>
    <message>
        <source>{file} cannot have been trained on {name}: {problem}.</source>
        <translation>{file} 不可能是在 {name} 上训练的：{problem}。</translation>
    </message>
    <message>
        <source>{file} changed while it was copied; add it again.</source>
        <translation>{file} 在复制时改变了；请重新添加。</translation>
    </message>
    <message>
        <source>{file} describes a model but holds no weights; choose a .pt or .onnx file.</source>
        <translation>{file} 描述了模型但没有权重；请选择 .pt 或 .onnx 文件。</translation>
    </message>
    <message>
        <source>{file} does not begin with a line of "type": "dataset"; is it Ultralytics NDJSON?</source>
        <translation>{file} 不是以 "type": "dataset" 的行开头；它是 Ultralytics NDJSON 吗？</translation>
    </message>
    <message>
        <source>{file} does not name its classes, numbered 0 to {last}; say what each is called here ({examples}, or --map {missing}= to leave it out), or add --by-number where they are the project's in its order.</source>
        <translation>{file} 没有为编号 0 到 {last} 的类别命名；请说明每个在这里叫什么（{examples}；{missing} 可以排除），或在编号与项目顺序一致时按编号使用。</translation>
    </message>
    <message>
        <source>{file} does not name its classes, which are numbered 0 to {last}; {text!r} is none of them.</source>
        <translation>{file} 没有为其类别命名，编号为 0 到 {last}；{text!r} 不在其中。</translation>
    </message>
    <message>
        <source>{file} does not name its classes, which are numbered from 0; {text!r} is none of them.</source>
        <translation>{file} 没有为其类别命名，编号从 0 开始；{text!r} 不在其中。</translation>
    </message>
    <message>
        <source>{file} finds {points} on every object, the gold images show {wanted}; evaluate a model trained with these points.</source>
        <translation>{file} 在每个对象上找到 {points}，金标图像上有 {wanted} 个；请评估以这些点训练的模型。</translation>
    </message>
    <message>
        <source>{file} has YAML aliases or deep nesting, which no data.yaml needs; write it out.</source>
        <translation>{file} 含有 data.yaml 不需要的 YAML 别名或深层嵌套；请展开书写。</translation>
    </message>
    <message>
        <source>{file} has a category whose keypoints are no list of names.</source>
        <translation>{file} 中有类别的关键点不是名称列表。</translation>
    </message>
    <message>
        <source>{file} has a category whose keypoints are no skeleton. {reason}</source>
        <translation>{file} 中有类别的关键点不构成骨架。{reason}</translation>
    </message>
    <message>
        <source>{file} has a category without a name.</source>
        <translation>{file} 中有类别没有名称。</translation>
    </message>
    <message>
        <source>{file} has a category without an id.</source>
        <translation>{file} 中有类别没有 ID。</translation>
    </message>
    <message>
        <source>{file} has a kpt_shape that is no [points, 2 or 3].</source>
        <translation>{file} 的 kpt_shape 不是 [点数, 2 或 3]。</translation>
    </message>
    <message>
        <source>{file} has a list of classes that is no id to name.</source>
        <translation>{file} 的类别列表不是 ID 到名称的对应。</translation>
    </message>
    <message>
        <source>{file} has more images after its annotations; is it a COCO file?</source>
        <translation>{file} 在 annotations 之后还有图像；它是 COCO 文件吗？</translation>
    </message>
    <message>
        <source>{file} has neither labels nor images; is it CVAT's XML for images?</source>
        <translation>{file} 既没有标签也没有图像；它是 CVAT 的图像 XML 吗？</translation>
    </message>
    <message>
        <source>{file} has no kpt_shape with x, y and visibility; write the gold set again.</source>
        <translation>{file} 没有包含 x、y 和可见性的 kpt_shape；请重新写出金标集。</translation>
    </message>
    <message>
        <source>{file} has no list of categories with names, as COCO has.</source>
        <translation>{file} 没有 COCO 那样带名称的类别列表。</translation>
    </message>
    <message>
        <source>{file} has no list of categories; is it a COCO file?</source>
        <translation>{file} 没有类别列表；它是 COCO 文件吗？</translation>
    </message>
    <message>
        <source>{file} has no list of class names.</source>
        <translation>{file} 没有类别名称列表。</translation>
    </message>
    <message>
        <source>{file} has two categories named {name}; give each a name of its own.</source>
        <translation>{file} 有两个名为 {name} 的类别；请各用不同名称。</translation>
    </message>
    <message>
        <source>{file} has two categories with the id {number}.</source>
        <translation>{file} 有两个 ID 为 {number} 的类别。</translation>
    </message>
    <message>
        <source>{file} has two classes of one name, or one without; give each a name of its own.</source>
        <translation>{file} 有两个同名的类别，或有类别没有名称；请各用不同名称。</translation>
    </message>
    <message>
        <source>{file} has two images that share a label file.</source>
        <translation>{file} 中有两张图像共用一个标签文件。</translation>
    </message>
    <message>
        <source>{file} has {name} {number}, this program knows {known}; update it.</source>
        <translation>{file} 的 {name} 为 {number}，本程序只认识 {known}；请更新程序。</translation>
    </message>
    <message>
        <source>{file} holds links; copy what they lead to into it (cp -rL).</source>
        <translation>{file} 含有链接；请把链接指向的内容复制进去（cp -rL）。</translation>
    </message>
    <message>
        <source>{file} holds other weights than those of {known}; put them back or add the model again.</source>
        <translation>{file} 中的权重与 {known} 的不同；请放回原来的或重新添加该模型。</translation>
    </message>
    <message>
        <source>{file} holds tracks of a video; export it from CVAT as CVAT for images.</source>
        <translation>{file} 含有视频轨迹；请从 CVAT 以 “CVAT for images” 导出。</translation>
    </message>
    <message>
        <source>{file} in {place} does not say of its labels what its receipt's schema says of them.</source>
        <translation>{place} 中的 {file} 没有按凭据的模式说明其标签。</translation>
    </message>
    <message>
        <source>{file} in {place} has a label file where it should not, or none where it should.</source>
        <translation>{place} 中的 {file} 有不该有的标签文件，或缺少应有的。</translation>
    </message>
    <message>
        <source>{file} in {place} is gold, but was only attested.</source>
        <translation>{place} 中的 {file} 是金标，但仅有担保。</translation>
    </message>
    <message>
        <source>{file} in {place} is said to be real-verified, but its origin, its grades or who gave them say otherwise.</source>
        <translation>{place} 中的 {file} 据称真实且已验证，但其来源、等级或评定者与此不符。</translation>
    </message>
    <message>
        <source>{file} is XML of another kind (&lt;{tag}&gt;) and not CVAT's for images.</source>
        <translation>{file} 是另一种 XML（&lt;{tag}&gt;），不是 CVAT 的图像 XML。</translation>
    </message>
    <message>
        <source>{file} is a Pascal VOC file and not CVAT's XML for images; use --labels voc.</source>
        <translation>{file} 是 Pascal VOC 文件，而不是 CVAT 的图像 XML；请选择该格式。</translation>
    </message>
    <message>
        <source>{file} is a database of another program, or a project that was cut off while it was made.</source>
        <translation>{file} 是其他程序的数据库，或是创建时被中断的项目。</translation>
    </message>
    <message>
        <source>{file} is a dataset for {stated!r}, the project for {wanted}.</source>
        <translation>{file} 是 {stated!r} 的数据集，项目用于 {wanted}。</translation>
    </message>
    <message>
        <source>{file} is a hard link: the same file is also somewhere else, and a project has one place. Make a copy of its own (`cp {name} copy`, then `mv copy {name}`). Nothing was touched.</source>
        <translation>{file} 是硬链接：同一个文件也在别处，而项目只有一个位置。请制作 {name} 的独立副本，并用它替换 {name}。未作任何改动。</translation>
    </message>
    <message>
        <source>{file} is a link, so the project's data lie elsewhere; copy the file itself to this place (`cp`), or open the project where it really is. Nothing was touched.</source>
        <translation>{file} 是链接，项目数据在别处；请把文件本身复制到这里，或在其实际位置打开项目。未作任何改动。</translation>
    </message>
    <message>
        <source>{file} is a list, such as the detections that a model writes for COCO; give the file that also lists images and categories.</source>
        <translation>{file} 是一个列表，例如模型为 COCO 写出的检测结果；请给出同时列有图像和类别的文件。</translation>
    </message>
    <message>
        <source>{file} is a model for {task}, the gold images are labelled for {wanted}; evaluate a model for {wanted}.</source>
        <translation>{file} 是 {task} 模型，而金标图像的标签用于 {wanted}；请评测 {wanted} 模型。</translation>
    </message>
    <message>
        <source>{file} is a model in the form of {form}, and opening one can run any code its maker put in. Give the .onnx or .pt form, or, if you trust where it comes from, agree once with --run-code {sha256}.</source>
        <translation>{file} 是 {form} 形式的模型，打开它可能运行其制作者放入的任何代码。请使用 .onnx 或 .pt 形式；如果信任其来源，请对 SHA-256 为 {sha256} 的文件同意一次。</translation>
    </message>
    <message>
        <source>{file} is damaged ({problem}); `verify-app check` lists what is. Restore a backup of it.</source>
        <translation>{file} 已损坏（{problem}）。请恢复其备份。</translation>
    </message>
    <message>
        <source>{file} is damaged or was altered by another program ({wrong}); restore a backup of it.</source>
        <translation>{file} 已损坏或被其他程序改动（{wrong}）；请恢复备份。</translation>
    </message>
    <message>
        <source>{file} is damaged; restore a backup of it.</source>
        <translation>{file} 已损坏；请恢复备份。</translation>
    </message>
    <message>
        <source>{file} is empty, so it is damaged; restore a backup of it. Nothing was touched.</source>
        <translation>{file} 为空，因此已损坏；请恢复备份。未作任何改动。</translation>
    </message>
    <message>
        <source>{file} is empty; write one class name a line.</source>
        <translation>{file} 为空；请每行写一个类别名。</translation>
    </message>
    <message>
        <source>{file} is missing or not an ordinary file.</source>
        <translation>{file} 缺失或不是普通文件。</translation>
    </message>
    <message>
        <source>{file} is neither JSON nor YAML.</source>
        <translation>{file} 既不是 JSON 也不是 YAML。</translation>
    </message>
    <message>
        <source>{file} is no JSON, or was cut off; get it anew.</source>
        <translation>{file} 不是 JSON，或被截断；请重新获取。</translation>
    </message>
    <message>
        <source>{file} is no JSON; check that it was written whole.</source>
        <translation>{file} 不是 JSON；请检查它是否写完整。</translation>
    </message>
    <message>
        <source>{file} is no XML, or was cut off; get it anew.</source>
        <translation>{file} 不是 XML，或被截断；请重新获取。</translation>
    </message>
    <message>
        <source>{file} is no data.yaml: it has no keys such as names and train.</source>
        <translation>{file} 不是 data.yaml：没有 names 和 train 等键。</translation>
    </message>
    <message>
        <source>{file} is no file but a folder or a device; remove it. Nothing was touched.</source>
        <translation>{file} 不是文件，而是文件夹或设备；请移除。未作任何改动。</translation>
    </message>
    <message>
        <source>{file} is no file; choose a .pt or .onnx file.</source>
        <translation>{file} 不是文件；请选择 .pt 或 .onnx 文件。</translation>
    </message>
    <message>
        <source>{file} is no labelme file</source>
        <translation>{file} 不是 labelme 文件</translation>
    </message>
    <message>
        <source>{file} is no receipt of this program.</source>
        <translation>{file} 不是本程序的凭据。</translation>
    </message>
    <message>
        <source>{file} is not a model in a form that this program opens: .onnx, .pt, or an export of Ultralytics with its own ending ({endings}, …).</source>
        <translation>{file} 不是本程序能打开的模型形式：.onnx、.pt，或带自身扩展名的 Ultralytics 导出（{endings}、…）。</translation>
    </message>
    <message>
        <source>{file} is not a project's database, or it is damaged; restore a backup of it.</source>
        <translation>{file} 不是项目的数据库，或已损坏；请恢复备份。</translation>
    </message>
    <message>
        <source>{file} is not a text file in UTF-8.</source>
        <translation>{file} 不是 UTF-8 文本文件。</translation>
    </message>
    <message>
        <source>{file} is not an .onnx file; make one of a .pt with 'verify-app model convert', or use the engine 'ultralytics'.</source>
        <translation>{file} 不是 .onnx 文件；请选择一个，或使用引擎 'ultralytics'。</translation>
    </message>
    <message>
        <source>{file} is not text in UTF-8; save it so, since it names the classes.</source>
        <translation>{file} 不是 UTF-8 文本；由于它给出类别名称，请存为 UTF-8。</translation>
    </message>
    <message>
        <source>{file} is not the one that {receipt} was written with: its digest differs.</source>
        <translation>{file} 不是与 {receipt} 一同写出的那个：其摘要不同。</translation>
    </message>
    <message>
        <source>{file} is not valid YAML; check that it is a data.yaml of Ultralytics.</source>
        <translation>{file} 不是有效的 YAML；请检查它是否为 Ultralytics 的 data.yaml。</translation>
    </message>
    <message>
        <source>{file} is not written the way this program writes it; it was edited.</source>
        <translation>{file} 不是本程序的写法；它被编辑过。</translation>
    </message>
    <message>
        <source>{file} is over {limit} MB; that is no label file.</source>
        <translation>{file} 超过 {limit} MB；这不是标签文件。</translation>
    </message>
    <message>
        <source>{file} is over {most} MB; that is no data.yaml.</source>
        <translation>{file} 超过 {most} MB；这不是 data.yaml。</translation>
    </message>
    <message>
        <source>{file} is over {most} MB; that is no list of classes.</source>
        <translation>{file} 超过 {most} MB；这不是类别列表。</translation>
    </message>
    <message>
        <source>{file} is too large to be a policy.</source>
        <translation>{file} 太大，不可能是策略。</translation>
    </message>
    <message>
        <source>{file} names a file twice.</source>
        <translation>{file} 中有文件出现两次。</translation>
    </message>
    <message>
        <source>{file} names its classes, so they are not taken by their numbers; leave out --by-number.</source>
        <translation>{file} 有类别名称，因此不按编号处理。</translation>
    </message>
    <message>
        <source>{file} neither names its classes nor says how many they are; say what those that you want are called here (--map 0=CLASS --map 1=CLASS …; the others are left out), or add --by-number where they are the project's in its order.</source>
        <translation>{file} 既没有类别名称，也没有说明数量；请说明要用的类别在这里叫什么，或在编号与项目顺序一致时按编号使用。</translation>
    </message>
    <message>
        <source>{file} says that it was trained on {version}, not on {name}; add it without --version.</source>
        <translation>{file} 说明它是在 {version} 而不是 {name} 上训练的；请选择该版本。</translation>
    </message>
    <message>
        <source>{file} was changed: its digest is not the receipt's.</source>
        <translation>{file} 被更改：其摘要与凭据不同。</translation>
    </message>
    <message>
        <source>{file} was left by another program that changed the database; open and close the database with that program, or restore a backup. Nothing was touched.</source>
        <translation>{file} 是另一个更改过数据库的程序留下的；请用那个程序打开并关闭数据库，或恢复备份。未作任何改动。</translation>
    </message>
    <message>
        <source>{file} was replaced by another file or by a link while it was being opened; nothing was written. Look at who else changes this folder, then open it again.</source>
        <translation>{file} 在打开时被另一个文件或链接替换；未写入任何内容。请查明还有谁在更改此文件夹，然后重新打开。</translation>
    </message>
    <message>
        <source>{file}, annotation {annotation}: {reason}; left aside.</source>
        <translation>{file}，annotation {annotation}：{reason}；未导入。</translation>
    </message>
    <message>
        <source>{file}, image {image}: {reason}; left aside.</source>
        <translation>{file}，图像 {image}：{reason}；未导入。</translation>
    </message>
    <message>
        <source>{file}, line {place}: no JSON; left aside.</source>
        <translation>{file}，第 {place} 行：不是 JSON；未导入。</translation>
    </message>
    <message>
        <source>{file}, line {place}: no image; left aside.</source>
        <translation>{file}，第 {place} 行：不是图像；未导入。</translation>
    </message>
    <message>
        <source>{file}, line {place}: no width and height; left aside.</source>
        <translation>{file}，第 {place} 行：没有宽和高；未导入。</translation>
    </message>
    <message>
        <source>{file}, line {place}: {reason}; left aside.</source>
        <translation>{file}，第 {place} 行：{reason}；未导入。</translation>
    </message>
    <message>
        <source>{file}, object {place}: {reason}; left aside.</source>
        <translation>{file}，对象 {place}：{reason}；未导入。</translation>
    </message>
    <message>
        <source>{file}, {shape}: {reason}; left aside.</source>
        <translation>{file}，{shape}：{reason}；未导入。</translation>
    </message>
    <message>
        <source>{file}: a skeleton whose edges join no points; left aside.</source>
        <translation>{file}：骨架的边没有连接点；未导入。</translation>
    </message>
    <message>
        <source>{file}: an import before brought other labels, so its label file was left aside.</source>
        <translation>{file}：先前的导入带来了其他标签，因此未导入其标签文件。</translation>
    </message>
    <message>
        <source>{file}: in {split} of this version, but in {standing} here, where it stays.</source>
        <translation>{file}：在此版本中属于 {split}，但在此处属于 {standing}，保持不变。</translation>
    </message>
    <message>
        <source>{file}: it is of another kind than a project for {task} takes; left aside.</source>
        <translation>{file}：不是 {task} 项目采用的类型；未导入。</translation>
    </message>
    <message>
        <source>{file}: it was worked on already, so its label file was left aside.</source>
        <translation>{file}：已有人处理过，因此未导入其标签文件。</translation>
    </message>
    <message>
        <source>{file}: its labels are not in the receipt's order; left aside.</source>
        <translation>{file}：其标签不符合凭据中的顺序；未导入。</translation>
    </message>
    <message>
        <source>{file}: its path leads elsewhere; images are looked for beside it.</source>
        <translation>{file}：其路径指向别处；将在其旁边查找图像。</translation>
    </message>
    <message>
        <source>{file}: models stand behind its labels, which cannot be kept here; they were left aside.</source>
        <translation>{file}：其标签出自模型，此处无法保留；未导入。</translation>
    </message>
    <message>
        <source>{file}: nobody has said what class {number} is here (--map {number}=CLASS); all labels of this image were left aside.</source>
        <translation>{file}：没有人说明类别 {number} 在这里是什么（请说明 {number}）；该图像的所有标注都被搁置。</translation>
    </message>
    <message>
        <source>{file}: several classes ({reason}), and an image has one; left aside.</source>
        <translation>{file}：有多个类别（{reason}），而图像只有一个类别；未导入。</translation>
    </message>
    <message>
        <source>{file}: {loaded} loaded, {stated} in the receipt</source>
        <translation>{file}：加载 {loaded}，凭据中为 {stated}</translation>
    </message>
    <message>
        <source>{file}: {n} flags are set, and an image has one class; left aside.</source>
        <translation>{file}：设置了 {n} 个标志，而图像只有一个类别；未导入。</translation>
    </message>
    <message>
        <source>{file}: {n} shapes that are none; left aside.</source>
        <translation>{file}：有 {n} 个不是图形的图形；未导入。</translation>
    </message>
    <message>
        <source>{file}: {reason}, so its labels were left aside.</source>
        <translation>{file}：{reason}，因此未导入其标签。</translation>
    </message>
    <message>
        <source>{file}: {reason}; left aside.</source>
        <translation>{file}：{reason}；未导入。</translation>
    </message>
    <message>
        <source>{folder} (linked to the sources)</source>
        <translation>{folder}（链接到数据源）</translation>
    </message>
    <message>
        <source>{folder} cannot be made: {reason}.</source>
        <translation>无法创建 {folder}：{reason}。</translation>
    </message>
    <message>
        <source>{folder} cannot be opened for changes: {reason}.</source>
        <translation>无法打开 {folder} 进行更改：{reason}。</translation>
    </message>
    <message>
        <source>{folder} cannot be opened: {reason}.</source>
        <translation>无法打开 {folder}：{reason}。</translation>
    </message>
    <message>
        <source>{folder} cannot be reached; waiting until it is back.</source>
        <translation>无法访问 {folder}；等待其恢复。</translation>
    </message>
    <message>
        <source>{folder} cannot be read ({strerror}).</source>
        <translation>无法读取 {folder}（{strerror}）。</translation>
    </message>
    <message>
        <source>{folder} cannot be written ({reason}); nothing is left there. Make room or choose another place.</source>
        <translation>无法写入 {folder}（{reason}）；没有留下任何内容。请腾出空间或选择其他位置。</translation>
    </message>
    <message>
        <source>{folder} cannot be written to ({reason}).</source>
        <translation>无法写入 {folder}（{reason}）。</translation>
    </message>
    <message>
        <source>{folder} comes from elsewhere, so it is only read here; if it is yours, add --mine once (or open it in the window and say so there).</source>
        <translation>{folder} 来自别处，因此在这里只读；如果是你的，请在图像上方说明。</translation>
    </message>
    <message>
        <source>{folder} does not hold this source's 1 image; choose the folder that replaces it.</source>
        <translation>{folder} 中没有此数据源唯一的 1 张图像；请选择替代它的文件夹。</translation>
    </message>
    <message>
        <source>{folder} exists and is not an empty folder; choose a new one.</source>
        <translation>{folder} 已存在且不是空文件夹；请选择新的。</translation>
    </message>
    <message>
        <source>{folder} holds a project of which nothing is on record; make it anew.</source>
        <translation>{folder} 中的项目没有任何记录；请重新创建。</translation>
    </message>
    <message>
        <source>{folder} holds no folder “images”; give a dataset in YOLO layout.</source>
        <translation>{folder} 中没有文件夹“images”；请给出 YOLO 结构的数据集。</translation>
    </message>
    <message>
        <source>{folder} holds no gold images; reserve some real, verified images as gold first.</source>
        <translation>{folder} 中没有金标图像；请先将一些真实且已验证的图像留作金标。</translation>
    </message>
    <message>
        <source>{folder} holds none of this source's {n} images; choose the folder that replaces it.</source>
        <translation>{folder} 中没有此数据源 {n} 张图像中的任何一张；请选择替代它的文件夹。</translation>
    </message>
    <message>
        <source>{folder} holds several splits ({splits}) but no gold; keep the gold images in a folder of their own.</source>
        <translation>{folder} 含有多个划分（{splits}）但没有金标；请将金标图像放在单独的文件夹中。</translation>
    </message>
    <message>
        <source>{folder} is a file; name a folder for the project.</source>
        <translation>{folder} 是文件；请为项目指定文件夹。</translation>
    </message>
    <message>
        <source>{folder} is a file; name a folder for the sample.</source>
        <translation>{folder} 是文件；请为示例指定文件夹。</translation>
    </message>
    <message>
        <source>{folder} is a link to {place}, so the project is only read here; if you want it there, add --mine once.</source>
        <translation>{folder} 是指向 {place} 的链接，因此项目在这里只读；如果要放在那里，请在图像上方说明。</translation>
    </message>
    <message>
        <source>{folder} is a project of your own, no sample project; name another folder.</source>
        <translation>{folder} 是您自己的项目，不是示例项目；请指定其他文件夹。</translation>
    </message>
    <message>
        <source>{folder} is a version for {task}, the project for {wanted}.</source>
        <translation>{folder} 是 {task} 的版本，项目用于 {wanted}。</translation>
    </message>
    <message>
        <source>{folder} is a version of a sample project: none of its labels counts, all came in as imported.</source>
        <translation>{folder} 是示例项目的版本：其标签都不算数，全部按导入处理。</translation>
    </message>
    <message>
        <source>{folder} is already the source {source} with origin {origin}; change that with `verify-app source origin` if it is really {wanted}.</source>
        <translation>{folder} 已是来源 {source}，出处为 {origin}；如果确实是 {wanted}，请在数据页更改。</translation>
    </message>
    <message>
        <source>{folder} is back</source>
        <translation>{folder} 已恢复</translation>
    </message>
    <message>
        <source>{folder} is being written by another run; wait for it or choose another place.</source>
        <translation>另一次运行正在写入 {folder}；请等待或选择其他位置。</translation>
    </message>
    <message>
        <source>{folder} is no engine add-on of verify-app (no readable {stamp} in it); name the right folder in {variable}, or install the add-on again.</source>
        <translation>{folder} 不是 verify-app 的引擎附加包（其中没有可读的 {stamp}）；请在 {variable} 中指定正确的文件夹，或重新安装附加包。</translation>
    </message>
    <message>
        <source>{folder} is no sample project; a scripted reviewer works only there.</source>
        <translation>{folder} 不是示例项目；脚本审核员只在示例项目中工作。</translation>
    </message>
    <message>
        <source>{folder} is no version: it has no {file}.</source>
        <translation>{folder} 不是版本：没有 {file}。</translation>
    </message>
    <message>
        <source>{folder} is not empty; name a new folder for the sample.</source>
        <translation>{folder} 不为空；请为示例指定新文件夹。</translation>
    </message>
    <message>
        <source>{folder} is of the version {version}; add that with --labels yolo instead.</source>
        <translation>{folder} 属于版本 {version}；请改为添加整个版本。</translation>
    </message>
    <message>
        <source>{folder} is on a network folder ({kind}), where the database could be damaged; put the project on a local disk. Images may stay where they are.</source>
        <translation>{folder} 位于网络文件夹（{kind}）上，数据库可能损坏；请将项目放在本地磁盘上。图像可以留在原处。</translation>
    </message>
    <message>
        <source>{folder} is open elsewhere (computer {computer}, process {process}, since {since}); close it there first.</source>
        <translation>{folder} 已在别处打开（计算机 {computer}，进程 {process}，自 {since} 起）；请先在那里关闭。</translation>
    </message>
    <message>
        <source>{folder} is open for reading only.</source>
        <translation>{folder} 以只读方式打开。</translation>
    </message>
    <message>
        <source>{folder} was made by a newer verify-app (schema {version}, this one knows {known}); install the newer version to open it.</source>
        <translation>{folder} 由更新的 verify-app 创建（模式 {version}，此版本只认识 {known}）；请安装新版本后打开。</translation>
    </message>
    <message>
        <source>{folder} was made by an older version; run `verify-app check` on it once to bring it up to date.</source>
        <translation>{folder} 由旧版本创建；请在可写的位置打开一次以更新。</translation>
    </message>
    <message>
        <source>{folder} was moved, deleted or replaced while it was open; {recorded}. Close it here, and open it where it is now.</source>
        <translation>{folder} 在打开期间被移动、删除或替换；{recorded}。请在此关闭，并在其当前位置打开。</translation>
    </message>
    <message>
        <source>{folder}: The folder cannot be read ({reason}).</source>
        <translation>{folder}：无法读取文件夹（{reason}）。</translation>
    </message>
    <message>
        <source>{images} loaded more often than the receipt says ({files})</source>
        <translation>{images}的加载次数多于凭据所述（{files}）</translation>
    </message>
    <message>
        <source>{images} not in the version ({files})</source>
        <translation>{images}不在版本中（{files}）</translation>
    </message>
    <message>
        <source>{images} went where the publisher of {sources} states; `verify-app source split-again` shares them out anew.</source>
        <translation>{images} 按 {sources} 发布者的说明划分；重新划分该来源（数据页）会重新分配。</translation>
    </message>
    <message>
        <source>{images}: {origin} now.</source>
        <translation>{images}：现为 {origin}。</translation>
    </message>
    <message>
        <source>{image} has other bytes than those that this line is about; look at it first.</source>
        <translation>{image} 的内容与此行所说的不同；请先查看它。</translation>
    </message>
    <message>
        <source>{image} has the same bytes as {others} but other labels; its own are exported, give both the same.</source>
        <translation>{image} 与 {others} 字节相同但标签不同；导出的是它自己的标签，请将两者统一。</translation>
    </message>
    <message>
        <source>{image} stays out: {why}</source>
        <translation>{image} 被排除：{why}</translation>
    </message>
    <message>
        <source>{image} was changed on disk since these lines were written; look at it first.</source>
        <translation>写出这些行之后 {image} 在磁盘上被更改；请先查看。</translation>
    </message>
    <message>
        <source>{image} was changed on disk since these very lines were vouched for first; look at it, and state the "sha256" of its file in what you write anew.</source>
        <translation>在这些行首次被担保之后，{image} 在磁盘上已被更改；请查看它，并在新写的行中注明其文件的 "sha256"。</translation>
    </message>
    <message>
        <source>{image}: 1 label drawn twice left out, as Ultralytics would.</source>
        <translation>{image}：排除 1 个重复绘制的标签，Ultralytics 也会如此。</translation>
    </message>
    <message>
        <source>{image}: 1 label without any area inside the image left out.</source>
        <translation>{image}：排除 1 个在图像内没有面积的标签。</translation>
    </message>
    <message>
        <source>{image}: The file is missing.</source>
        <translation>{image}：文件缺失。</translation>
    </message>
    <message>
        <source>{image}: The file was changed while the version was written.</source>
        <translation>{image}：写出版本时文件被更改。</translation>
    </message>
    <message>
        <source>{image}: it was worked on already, so its labels were left aside.</source>
        <translation>{image}：已有人处理过，因此未导入其标签。</translation>
    </message>
    <message>
        <source>{image}: the dataset speaks twice of {file}; the labels of both were left aside.</source>
        <translation>{image}：数据集两次提到 {file}；两者的标签均未导入。</translation>
    </message>
    <message>
        <source>{image}: {by} added a gold label ({cls}) after a model's answer was seen.</source>
        <translation>{image}：看到模型的答案之后，{by} 添加了金标标签（{cls}）。</translation>
    </message>
    <message>
        <source>{image}: {by} changed a gold label ({cls}) after a model's answer was seen; it was {was} and is {now} now.</source>
        <translation>{image}：看到模型的答案之后，{by} 更改了金标标签（{cls}）；原为 {was}，现为 {now}。</translation>
    </message>
    <message>
        <source>{image}: {by} removed a gold label ({cls}) after a model's answer was seen.</source>
        <translation>{image}：看到模型的答案之后，{by} 删除了金标标签（{cls}）。</translation>
    </message>
    <message>
        <source>{image}: {n} labels drawn twice left out, as Ultralytics would.</source>
        <translation>{image}：排除 {n} 个重复绘制的标签，Ultralytics 也会如此。</translation>
    </message>
    <message>
        <source>{image}: {n} labels without any area inside the image left out.</source>
        <translation>{image}：排除 {n} 个在图像内没有面积的标签。</translation>
    </message>
    <message>
        <source>{image}: {reason}; its labels were left aside.</source>
        <translation>{image}：{reason}；未导入其标签。</translation>
    </message>
    <message>
        <source>{kind} (the box round each was taken)</source>
        <translation>{kind}（采用各自的外接边框）</translation>
    </message>
    <message>
        <source>{kind}, and a project for {task} takes {wanted}</source>
        <translation>{kind}，而 {task} 项目采用{wanted}</translation>
    </message>
    <message>
        <source>{low:.3g} or more</source>
        <translation>{low:.3g} 或以上</translation>
    </message>
    <message>
        <source>{low:.3g} to {high:.3g}</source>
        <translation>{low:.3g} 至 {high:.3g}</translation>
    </message>
    <message>
        <source>{model} cannot be trained on: that needs its .pt weights; name them with --base.</source>
        <translation>{model} 不能用来训练：需要其 .pt 权重；请选择它们。</translation>
    </message>
    <message>
        <source>{model} cannot be trained on: that needs the .pt weights it was made from.</source>
        <translation>无法在 {model} 上训练：需要其来源的 .pt 权重。</translation>
    </message>
    <message>
        <source>{model} has no layer by which pictures can be compared, so only their brightness, blur and size are recorded.</source>
        <translation>{model} 没有可用来比较图像的层，因此只记录亮度、模糊度和尺寸。</translation>
    </message>
    <message>
        <source>{model} is in use now.</source>
        <translation>现在使用 {model}。</translation>
    </message>
    <message>
        <source>{model} is neither .pt nor .onnx; evaluate one of these.</source>
        <translation>{model} 既不是 .pt 也不是 .onnx；请评估其中之一。</translation>
    </message>
    <message>
        <source>{model} is worse than {first}. {what}: {before:.2f} → {now:.2f}.</source>
        <translation>{model} 不如 {first}。{what}：{before:.2f} → {now:.2f}。</translation>
    </message>
    <message>
        <source>{model} looked at {n} unreviewed images and proposes {found} objects.</source>
        <translation>{model} 看了 {n} 张未审阅的图像，提出了 {found} 个对象。</translation>
    </message>
    <message>
        <source>{model} on the gold images, {done} of {total}</source>
        <translation>{model} 在金标图像上，{done}/{total}</translation>
    </message>
    <message>
        <source>{model} says what persons say on the same images, and both are like the reference.</source>
        <translation>{model} 在相同图像上与人的判断一致，且两者都与基准相似。</translation>
    </message>
    <message>
        <source>{model}: both have moved. The images differ from the reference, and on these images the model says other things than persons do.</source>
        <translation>{model}：两者都变了。图像与基准不同，而在这些图像上模型的判断与人不同。</translation>
    </message>
    <message>
        <source>{model}: the model, not the world. On the same images it says other things than persons do, and what persons say is like the reference.</source>
        <translation>{model}：变的是模型，而不是现实。在相同图像上它的判断与人不同，而人的判断与基准相似。</translation>
    </message>
    <message>
        <source>{model}: the world, not the model. On the same images it says what persons say, and both differ from the reference.</source>
        <translation>{model}：变的是现实，而不是模型。在相同图像上它与人的判断一致，而两者都与基准不同。</translation>
    </message>
    <message>
        <source>{model}: {metric} {value:.3f} on {n} gold images.</source>
        <translation>{model}：在 {n} 张金标图像上 {metric} {value:.3f}。</translation>
    </message>
    <message>
        <source>{name!r} in {place} is missing or not {wanted}.</source>
        <translation>{place} 中的 {name!r} 缺失或不是{wanted}。</translation>
    </message>
    <message>
        <source>{name!r} in {place} is missing.</source>
        <translation>{place} 中缺少 {name!r}。</translation>
    </message>
    <message>
        <source>{name!r} is a cache that was added: Ultralytics unpickles it, which can run code; delete it.</source>
        <translation>{name!r} 是后加的缓存：Ultralytics 会对其反序列化，可能运行代码；请删除。</translation>
    </message>
    <message>
        <source>{name!r} is a symbolic link; a version holds files only.</source>
        <translation>{name!r} 是符号链接；版本只包含文件。</translation>
    </message>
    <message>
        <source>{name!r} is missing.</source>
        <translation>{name!r} 缺失。</translation>
    </message>
    <message>
        <source>{name!r} is not an ordinary file.</source>
        <translation>{name!r} 不是普通文件。</translation>
    </message>
    <message>
        <source>{name!r} is not empty.</source>
        <translation>{name!r} 不为空。</translation>
    </message>
    <message>
        <source>{name!r} thins out: {share} of its {n} instances are real and verified, so not all images with it can stay; verify more of it.</source>
        <translation>{name!r} 变稀疏：其 {n} 个实例中 {share} 真实且已验证，因此无法保留所有含它的图像；请多验证一些。</translation>
    </message>
    <message>
        <source>{name!r} thins out: {share} of its {n} instances are real and verified. It is one of the rarest, so nothing with it is left out for that; verify more of it.</source>
        <translation>{name!r} 变稀疏：其 {n} 个实例中 {share} 真实且已验证。它是最罕见的类别之一，因此不会为此排除含它的图像；请多验证一些。</translation>
    </message>
    <message>
        <source>{name!r} thins out: {share} of its {n} instances are real and verified; the rule is overridden.</source>
        <translation>{name!r} 变稀疏：其 {n} 个实例中 {share} 真实且已验证；该规则已被覆盖。</translation>
    </message>
    <message>
        <source>{name!r} was added: the receipt does not list it.</source>
        <translation>{name!r} 是后加的：凭据没有列出。</translation>
    </message>
    <message>
        <source>{name!r} {held} where the receipt says {stated}</source>
        <translation>{name!r} 为 {held}，而凭据中为 {stated}</translation>
    </message>
    <message>
        <source>{named} names classes, but there is no label file (.txt) in {path} that goes with it.</source>
        <translation>{named} 给出了类别名称，但 {path} 中没有与之对应的标签文件（.txt）。</translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation>{names} 和 {last}</translation>
    </message>
    <message>
        <source>{names} and {more} more</source>
        <translation>{names} 等另外 {more} 项</translation>
    </message>
    <message>
        <source>{names} … and {more} more</source>
        <translation>{names} … 等另外 {more} 项</translation>
    </message>
    <message>
        <source>{name} (generation {generation})</source>
        <translation>{name}（第 {generation} 代）</translation>
    </message>
    <message>
        <source>{name} and {more} more: each counts as {now}; say why it is {origin} with --reason.</source>
        <translation>{name} 等另外 {more} 张：都算作 {now}；请写明为 {origin} 的理由。</translation>
    </message>
    <message>
        <source>{name} cannot be deleted, only retired: {why}.</source>
        <translation>{name} 不能删除，只能停用：{why}。</translation>
    </message>
    <message>
        <source>{name} could not be downloaded ({reason}); connect to the internet, or choose a model file that is already here.</source>
        <translation>无法下载 {name}（{reason}）；请连接互联网，或选择已有的模型文件。</translation>
    </message>
    <message>
        <source>{name} could not be exported to ONNX ({reason}); use the .pt file itself.</source>
        <translation>无法将 {name} 导出为 ONNX（{reason}）；请直接使用 .pt 文件。</translation>
    </message>
    <message>
        <source>{name} counts as {now}; say why it is {origin} with --reason.</source>
        <translation>{name} 算作 {now}；请写明为 {origin} 的理由。</translation>
    </message>
    <message>
        <source>{name} differs from the first model: {what}.</source>
        <translation>{name} 与第一个模型不同：{what}。</translation>
    </message>
    <message>
        <source>{name} differs from the reference: {what}.</source>
        <translation>{name} 与基准不同：{what}。</translation>
    </message>
    <message>
        <source>{name} does not answer like a YOLO {task} model; {advice}.</source>
        <translation>{name} 的输出不像 YOLO {task} 模型；{advice}。</translation>
    </message>
    <message>
        <source>{name} does not fit into the memory that is free; close other programs.</source>
        <translation>{name} 无法装入可用内存；请关闭其他程序。</translation>
    </message>
    <message>
        <source>{name} does not say how many points its objects have; {advice}.</source>
        <translation>{name} 没有说明其对象有多少个点；{advice}。</translation>
    </message>
    <message>
        <source>{name} does not take one RGB picture, so it is no YOLO model; {advice}.</source>
        <translation>{name} 不接受一张 RGB 图像，因此不是 YOLO 模型；{advice}。</translation>
    </message>
    <message>
        <source>{name} drifts: {what}.</source>
        <translation>{name} 正在漂移：{what}。</translation>
    </message>
    <message>
        <source>{name} finds next to nothing on the sample images, so its two forms cannot be compared; give images with objects it knows, or train it further.</source>
        <translation>{name} 在样例图像上几乎找不到东西，因此无法比较两种形式；请给出含其认识的对象的图像，或继续训练。</translation>
    </message>
    <message>
        <source>{name} has a stride of {stride} pixels, which makes no sense; train it with Ultralytics.</source>
        <translation>{name} 的步幅为 {stride} 像素，没有意义；请用 Ultralytics 训练。</translation>
    </message>
    <message>
        <source>{name} has already accepted this prediction.</source>
        <translation>{name} 已接受此预测。</translation>
    </message>
    <message>
        <source>{name} has already corrected this prediction.</source>
        <translation>{name} 已修正此预测。</translation>
    </message>
    <message>
        <source>{name} has already decided on this prediction.</source>
        <translation>{name} 已对此预测作出决定。</translation>
    </message>
    <message>
        <source>{name} has already labelled this object.</source>
        <translation>{name} 已标注此对象。</translation>
    </message>
    <message>
        <source>{name} has completed it</source>
        <translation>{name} 已完成它</translation>
    </message>
    <message>
        <source>{name} has no usable list of class names inside; train or export it again with Ultralytics.</source>
        <translation>{name} 内没有可用的类别名称列表；请用 Ultralytics 重新训练或导出。</translation>
    </message>
    <message>
        <source>{name} has the same bytes and is a blind image that is not settled yet; settle that first.</source>
        <translation>{name} 字节相同，且是尚未解决的盲标图像；请先解决。</translation>
    </message>
    <message>
        <source>{name} has the same bytes and is flagged as unsure; settle that first.</source>
        <translation>{name} 字节相同，且被标记为存疑；请先解决。</translation>
    </message>
    <message>
        <source>{name} holds more than a plain Ultralytics model, so it was not opened: loading it could run foreign code; get the weights from where you trust them or train them again.</source>
        <translation>{name} 含有普通 Ultralytics 模型之外的内容，因此没有打开：加载它可能运行外来代码；请从您信任的地方获取权重或重新训练。</translation>
    </message>
    <message>
        <source>{name} holds other objects than the receipt says: {names}.</source>
        <translation>{name} 中的对象与凭据不同：{names}。</translation>
    </message>
    <message>
        <source>{name} in {place}</source>
        <translation>{place} 中的 {name}</translation>
    </message>
    <message>
        <source>{name} is a model for '{task}'; this program reviews {tasks} models.</source>
        <translation>{name} 是 '{task}' 的模型；本程序审核 {tasks} 模型。</translation>
    </message>
    <message>
        <source>{name} is a model for {task} and {other} for {other_task}; compare models of one task.</source>
        <translation>{name} 是 {task} 的模型，{other} 是 {other_task} 的；请比较同一任务的模型。</translation>
    </message>
    <message>
        <source>{name} is a model for {task}, the version {version} is for {wanted}; choose a base for that.</source>
        <translation>{name} 是 {task} 的模型，版本 {version} 用于 {wanted}；请选择与之相符的基础模型。</translation>
    </message>
    <message>
        <source>{name} is a program in this project; say who you are: --by NAME, or the name in Settings.</source>
        <translation>{name} 在此项目中是程序；请在设置中说明你是谁。</translation>
    </message>
    <message>
        <source>{name} is like the first model on the gold images, as far as chance lets one tell.</source>
        <translation>就偶然波动所能分辨的范围而言，{name} 在金标图像上与第一个模型相似。</translation>
    </message>
    <message>
        <source>{name} is like the reference, as far as chance lets one tell.</source>
        <translation>就偶然波动所能分辨的范围而言，{name} 与基准相似。</translation>
    </message>
    <message>
        <source>{name} is not a model Ultralytics can open ({reason}).</source>
        <translation>{name} 不是 Ultralytics 能打开的模型（{reason}）。</translation>
    </message>
    <message>
        <source>{name} is not a usable ONNX model ({reason}); {advice}.</source>
        <translation>{name} 不是可用的 ONNX 模型（{reason}）；{advice}。</translation>
    </message>
    <message>
        <source>{name} is not an ordinary file.</source>
        <translation>{name} 不是普通文件。</translation>
    </message>
    <message>
        <source>{name} is not on this computer. Ultralytics can download it; agree with --download, or give a file.</source>
        <translation>{name} 不在此计算机上。如果你同意，Ultralytics 可以下载；或选择一个文件。</translation>
    </message>
    <message>
        <source>{name} is outside for the second time running: {what}.</source>
        <translation>{name} 连续第二次超出范围带：{what}。</translation>
    </message>
    <message>
        <source>{name} is too large to be a receipt.</source>
        <translation>{name} 太大，不可能是凭据。</translation>
    </message>
    <message>
        <source>{name} is {text!r}; write a number from 0 to 1 such as 0.5, 50% or 1/2.</source>
        <translation>{name}为 {text!r}；请写 0 到 1 之间的数，例如 0.5、50% 或 1/2。</translation>
    </message>
    <message>
        <source>{name} is {value}; write a whole number.</source>
        <translation>{name} 为 {value}；请写整数。</translation>
    </message>
    <message>
        <source>{name} is {value}; write the share as a text, such as {name} = "0.5".</source>
        <translation>{name} 为 {value}；占比请写成文本，例如 {name} = "0.5"。</translation>
    </message>
    <message>
        <source>{name} is {value}; write true or false.</source>
        <translation>{name} 为 {value}；请写 true 或 false。</translation>
    </message>
    <message>
        <source>{name} keeps weights in another file, which is not opened; have it exported into one file.</source>
        <translation>{name} 的权重在另一个文件中，不会打开；请让人导出为单个文件。</translation>
    </message>
    <message>
        <source>{name} loses ground: recall {before:.2f} → {now:.2f} over {n} generations; verify more of it.</source>
        <translation>{name} 在退步：召回率在 {n} 代中 {before:.2f} → {now:.2f}；请多核实一些。</translation>
    </message>
    <message>
        <source>{name} loses ground: recall {before:.2f} → {now:.2f} over {n} generations; verify {more} more objects of it to bring it back to its share in the reference.</source>
        <translation>{name} 在退步：召回率在 {n} 代中 {before:.2f} → {now:.2f}；再核实 {more} 个该类对象，即可恢复到其在基准中的占比。</translation>
    </message>
    <message>
        <source>{name} makes up {now:.0%} of the objects, {before:.0%} in the reference.</source>
        <translation>{name} 占对象的 {now:.0%}，在基准中为 {before:.0%}。</translation>
    </message>
    <message>
        <source>{name} takes pictures of 1 channel; this program opens RGB pictures.</source>
        <translation>{name} 接受 1 通道的图像；本程序打开的是 RGB 图像。</translation>
    </message>
    <message>
        <source>{name} takes pictures of {n} channels; this program opens RGB pictures.</source>
        <translation>{name} 接受 {n} 通道的图像；本程序打开的是 RGB 图像。</translation>
    </message>
    <message>
        <source>{name} takes pictures of {size} pixels, which makes no sense; {advice}.</source>
        <translation>{name} 接受 {size} 像素的图像，没有意义；{advice}。</translation>
    </message>
    <message>
        <source>{name} takes pictures of {width} x {height} pixels, which makes no sense.</source>
        <translation>{name} 接受 {width} x {height} 像素的图像，没有意义。</translation>
    </message>
    <message>
        <source>{name} takes {n} pictures at once, which makes no sense; {advice}.</source>
        <translation>{name} 一次接受 {n} 张图像，没有意义；{advice}。</translation>
    </message>
    <message>
        <source>{name} takes {n} pictures of {width} x {height} pixels at once, which is too much.</source>
        <translation>{name} 一次接受 {n} 张 {width} x {height} 像素的图像，太多了。</translation>
    </message>
    <message>
        <source>{name} wants its pictures prepared in a way of its own; train it with Ultralytics 8.4.</source>
        <translation>{name} 要求以自己的方式预处理图像；请用 Ultralytics 8.4 训练。</translation>
    </message>
    <message>
        <source>{name} was changed on disk since it was looked at; nothing was decided. Look again.</source>
        <translation>{name} 在看过之后在磁盘上被更改；未作任何决定。请再看一遍。</translation>
    </message>
    <message>
        <source>{name} was exported as gold, so it stays gold.</source>
        <translation>{name} 已作为金标导出，因此保持为金标。</translation>
    </message>
    <message>
        <source>{name} was exported before, and an image stays in its split for ever.</source>
        <translation>{name} 以前导出过，而图像永远留在其划分中。</translation>
    </message>
    <message>
        <source>{name} was exported for {split} before, so it can never be gold.</source>
        <translation>{name} 以前为 {split} 导出过，因此不能作为金标。</translation>
    </message>
    <message>
        <source>{name} was made for {size} pixels, not {imgsz}; leave the size out or {advice}.</source>
        <translation>{name} 用于 {size} 像素，而不是 {imgsz}；请省略尺寸，或{advice}。</translation>
    </message>
    <message>
        <source>{name} was made for {size} pixels, not {imgsz}; leave the size out.</source>
        <translation>{name} 用于 {size} 像素，而不是 {imgsz}；请省略尺寸。</translation>
    </message>
    <message>
        <source>{name} was shown as it is not any more; nothing was decided. Look again.</source>
        <translation>{name} 显示的内容与现在不同；未作任何决定。请再看一遍。</translation>
    </message>
    <message>
        <source>{name} was trained at {size} pixels, which makes no sense; give a size (--imgsz 640).</source>
        <translation>{name} 的训练尺寸为 {size} 像素，不合理；请给出图像尺寸，例如 640。</translation>
    </message>
    <message>
        <source>{name} was written to {folder}, and is not there any more; export it again or move it back.</source>
        <translation>{name} 曾写到 {folder}，但已不在那里；请重新导出或移回。</translation>
    </message>
    <message>
        <source>{name} {caught} of {shown} (at least {low})</source>
        <translation>{name}：{shown} 个中发现 {caught} 个（至少 {low}）</translation>
    </message>
    <message>
        <source>{name} {loaded} instead of {stated}</source>
        <translation>{name} 为 {loaded} 而不是 {stated}</translation>
    </message>
    <message>
        <source>{name} {n} fewer</source>
        <translation>{name} 减少 {n} 个</translation>
    </message>
    <message>
        <source>{name}, line {line}: nothing of the label is inside the image; it was left out.</source>
        <translation>{name}，第 {line} 行：标签没有任何部分在图像内；已略去。</translation>
    </message>
    <message>
        <source>{name}, line {line}: the same label again; it was left out.</source>
        <translation>{name}，第 {line} 行：重复的标签；已略去。</translation>
    </message>
    <message>
        <source>{name}, line {line}: {reason}; all labels of this image were left aside.</source>
        <translation>{name}，第 {line} 行：{reason}；此图像的所有标签均未导入。</translation>
    </message>
    <message>
        <source>{name}: too few gold images to tell; {n} more are needed.</source>
        <translation>{name}：金标图像太少，无法判断；还需要 {n} 张。</translation>
    </message>
    <message>
        <source>{name}: too few independent images to tell; {n} more are needed.</source>
        <translation>{name}：独立的图像太少，无法判断；还需要 {n} 张。</translation>
    </message>
    <message>
        <source>{name}: with {n} gold objects a fall in recall of {points} points or more can be seen.</source>
        <translation>{name}：有 {n} 个金标对象，可以看出 {points} 个百分点或以上的召回率下降。</translation>
    </message>
    <message>
        <source>{name}: with {n} gold objects a fall in recall of {points} points or more can be seen; for {wanted} points, add {more} objects to gold.</source>
        <translation>{name}：有 {n} 个金标对象，可以看出 {points} 个百分点或以上的召回率下降；要看出 {wanted} 个百分点，请再添加 {more} 个金标对象。</translation>
    </message>
    <message>
        <source>{name}: with {n} gold objects no fall in recall can be seen; more are needed.</source>
        <translation>{name}：{n} 个金标对象看不出召回率下降，需要更多对象。</translation>
    </message>
    <message>
        <source>{name}… is too long for the name of a file or folder: {n} characters.</source>
        <translation>{name}… 作为文件或文件夹的名称太长：{n} 个字符。</translation>
    </message>
    <message>
        <source>{needed} Nothing was assigned or written; make room or choose another place.</source>
        <translation>{needed}没有分配或写入任何内容；请腾出空间或选择其他位置。</translation>
    </message>
    <message>
        <source>{needed} Nothing was written; make room or choose another place.</source>
        <translation>{needed}没有写入任何内容；请腾出空间或选择其他位置。</translation>
    </message>
    <message>
        <source>{new} is in use now, unmeasured as it is: that was agreed to. {why}</source>
        <translation>{new} 未经测量，但已得到同意，现在使用它。{why}</translation>
    </message>
    <message>
        <source>{new} is in use now. {said}</source>
        <translation>现在使用 {new}。{said}</translation>
    </message>
    <message>
        <source>{new} is in use now: on these gold images it is no worse than {old}. {said}</source>
        <translation>现在使用 {new}：在这些金标图像上它不比 {old} 差。{said}</translation>
    </message>
    <message>
        <source>{new} is in use now: that was agreed to. {said}</source>
        <translation>已得到同意，现在使用 {new}。{said}</translation>
    </message>
    <message>
        <source>{new} is the first model, so it is in use now.</source>
        <translation>{new} 是第一个模型，因此现在使用它。</translation>
    </message>
    <message>
        <source>{new} was in use before: training gave the same.</source>
        <translation>{new} 之前就在使用：训练得到了相同的结果。</translation>
    </message>
    <message>
        <source>{numbers} would be none of the project's classes.</source>
        <translation>{numbers} 不对应项目的任何类别。</translation>
    </message>
    <message>
        <source>{n} are still being written.</source>
        <translation>{n} 个仍在写入中。</translation>
    </message>
    <message>
        <source>{n} blind and not settled</source>
        <translation>盲审未解决 {n} 张</translation>
    </message>
    <message>
        <source>{n} columns where DOTA has eight numbers and a class</source>
        <translation>{n} 列，而 DOTA 应为八个数和一个类别</translation>
    </message>
    <message>
        <source>{n} columns where a box has 5</source>
        <translation>{n} 列，而边框应有 5 列</translation>
    </message>
    <message>
        <source>{n} columns where an object with {points} points has {wanted}</source>
        <translation>{n} 列，而有 {points} 个点的对象应有 {wanted} 列</translation>
    </message>
    <message>
        <source>{n} columns where an oriented box has 9 (its class and four corners)</source>
        <translation>{n} 列，而旋转框应有 9 列（类别和四个角）</translation>
    </message>
    <message>
        <source>{n} columns where an outline has 7 or more (its class and three points)</source>
        <translation>{n} 列，而轮廓应有 7 列或更多（类别和三个点）</translation>
    </message>
    <message>
        <source>{n} columns, so it has a confidence and was written by a model</source>
        <translation>有 {n} 列，因此含有置信度，是模型写的</translation>
    </message>
    <message>
        <source>{n} facts</source>
        <translation>{n} 条事实</translation>
    </message>
    <message>
        <source>{n} flagged</source>
        <translation>已标记存疑 {n} 张</translation>
    </message>
    <message>
        <source>{n} generations</source>
        <translation>{n} 代</translation>
    </message>
    <message>
        <source>{n} gold images</source>
        <translation>{n} 张金标图像</translation>
    </message>
    <message>
        <source>{n} images</source>
        <translation>{n} 张图像</translation>
    </message>
    <message>
        <source>{n} images keep the split of an earlier export.</source>
        <translation>{n} 张图像保持先前导出的划分。</translation>
    </message>
    <message>
        <source>{n} images of which some labels were left aside were not marked complete; look at them.</source>
        <translation>有 {n} 张图像的部分标签未导入，未标为完成；请查看。</translation>
    </message>
    <message>
        <source>{n} images that nobody completed were left out.</source>
        <translation>已排除 {n} 张无人完成的图像。</translation>
    </message>
    <message>
        <source>{n} images that {version} trained on, still real and verified, would be missing.</source>
        <translation>{version} 训练用过、至今仍真实且已验证的 {n} 张图像将会缺失。</translation>
    </message>
    <message>
        <source>{n} images were worked on meanwhile or had other labels from an import before; what is stated of them now was left aside.</source>
        <translation>有 {n} 张图像在此期间被处理过，或先前导入了其他标签；本次内容未导入。</translation>
    </message>
    <message>
        <source>{n} images, {bad} not readable</source>
        <translation>{n} 张图像，{bad} 张无法读取</translation>
    </message>
    <message>
        <source>{n} label files belong to no picture: {names}.</source>
        <translation>{n} 个标签文件没有对应的图像：{names}。</translation>
    </message>
    <message>
        <source>{n} labelled by a program or a simulated reviewer</source>
        <translation>由程序或模拟审核员标注 {n} 张</translation>
    </message>
    <message>
        <source>{n} labels</source>
        <translation>{n} 个标签</translation>
    </message>
    <message>
        <source>{n} labels are attested.</source>
        <translation>{n} 个标签已担保。</translation>
    </message>
    <message>
        <source>{n} labels have a class that is not in the class list.</source>
        <translation>有 {n} 个标签的类别不在类别列表中。</translation>
    </message>
    <message>
        <source>{n} labels that no person verified, or under a name that is none, came in as imported.</source>
        <translation>有 {n} 个标签无人验证，或署名无效，按导入处理。</translation>
    </message>
    <message>
        <source>{n} missing</source>
        <translation>文件缺失 {n} 张</translation>
    </message>
    <message>
        <source>{n} more gold labels were changed so; --json lists them.</source>
        <translation>另有 {n} 个金标标注也这样被改动。</translation>
    </message>
    <message>
        <source>{n} more left out; --json lists them.</source>
        <translation>另有 {n} 项被排除。</translation>
    </message>
    <message>
        <source>{n} more rows of {table} are damaged.</source>
        <translation>{table} 还有 {n} 行损坏。</translation>
    </message>
    <message>
        <source>{n} not complete</source>
        <translation>未完成 {n} 张</translation>
    </message>
    <message>
        <source>{n} objects</source>
        <translation>{n} 个目标</translation>
    </message>
    <message>
        <source>{n} of them with {name}</source>
        <translation>其中 {n} 张含 {name}</translation>
    </message>
    <message>
        <source>{n} of {all} images have changed or are not there any more: {images}; bring their files back to write this version again.</source>
        <translation>{all} 张图像中有 {n} 张已改变或不在了：{images}；要重写此版本，请恢复其文件。</translation>
    </message>
    <message>
        <source>{n} of {images} missing ({files})</source>
        <translation>{images}中缺少 {n} 张（{files}）</translation>
    </message>
    <message>
        <source>{n} of {what} differ from what the events say (first: {first_key}).</source>
        <translation>{what} 中有 {n} 项与事件不符（第一项：{first_key}）。</translation>
    </message>
    <message>
        <source>{n} pictures could be meant: {paths}</source>
        <translation>可能指 {n} 张图像：{paths}</translation>
    </message>
    <message>
        <source>{n} pictures have no label file: {names}.</source>
        <translation>{n} 张图像没有标签文件：{names}。</translation>
    </message>
    <message>
        <source>{n} pictures that are listed are not there: {names}.</source>
        <translation>列表中有 {n} 张图像不存在：{names}。</translation>
    </message>
    <message>
        <source>{n} points</source>
        <translation>{n} 个点</translation>
    </message>
    <message>
        <source>{n} predictions</source>
        <translation>{n} 个预测</translation>
    </message>
    <message>
        <source>{n} proposals are undecided; decide on each, or say "accept_shown_above": a confidence.</source>
        <translation>有 {n} 个候选未决定；请逐一决定，或用 "accept_shown_above" 给出置信度。</translation>
    </message>
    <message>
        <source>{n} rejected to be fixed later; settle them first.</source>
        <translation>有 {n} 个稍后修正项；请先处理。</translation>
    </message>
    <message>
        <source>{n} say that they are synthetic and are synthetic here ({images})</source>
        <translation>{n} 张自称是合成的，此处按合成处理（{images}）</translation>
    </message>
    <message>
        <source>{n} say that they are synthetic and are {origin} all the same, as you said ({images})</source>
        <translation>{n} 张自称是合成的，但仍按您的指定视为 {origin}（{images}）</translation>
    </message>
    <message>
        <source>{n} say that they are synthetic.</source>
        <translation>{n} 张自称是合成的。</translation>
    </message>
    <message>
        <source>{n} skipped.</source>
        <translation>跳过 {n} 项。</translation>
    </message>
    <message>
        <source>{n} skipped; the first: {problem}</source>
        <translation>跳过 {n} 项；第一个：{problem}</translation>
    </message>
    <message>
        <source>{n} stale</source>
        <translation>需重新查看 {n} 张</translation>
    </message>
    <message>
        <source>{n} unreviewed</source>
        <translation>未审核 {n} 张</translation>
    </message>
    <message>
        <source>{n} verified labels are on this image; remove them first if there is nothing on it.</source>
        <translation>此图像上有 {n} 个已验证标签；若确无目标请先删除。</translation>
    </message>
    <message>
        <source>{n} were left as they are: {problems}</source>
        <translation>{n} 项保持原样：{problems}</translation>
    </message>
    <message>
        <source>{n} x {suffix}</source>
        <translation>{n} 个 {suffix}</translation>
    </message>
    <message>
        <source>{n} {split} images</source>
        <translation>{n} 张 {split} 图像</translation>
    </message>
    <message>
        <source>{old} does not know {classes}, so that the two cannot be compared.</source>
        <translation>{old} 不认识 {classes}，因此两者无法比较。</translation>
    </message>
    <message>
        <source>{old} stays in use. {said}</source>
        <translation>继续使用 {old}。{said}</translation>
    </message>
    <message>
        <source>{old} stays in use: nobody knows whether {new} is any worse. {why}</source>
        <translation>继续使用 {old}：没有人知道 {new} 是否更差。{why}</translation>
    </message>
    <message>
        <source>{old} stays in use: on the rare classes {new} is worse by {points:.1f} points (95 % interval {low:+.1f} to {high:+.1f}). {said}</source>
        <translation>继续使用 {old}：在稀有类别上 {new} 差了 {points:.1f} 个百分点（95 % 区间 {low:+.1f} 到 {high:+.1f}）。{said}</translation>
    </message>
    <message>
        <source>{old} stays in use: these gold images cannot tell whether {new} is worse. {said}</source>
        <translation>继续使用 {old}：这些金标图像无法判断 {new} 是否更差。{said}</translation>
    </message>
    <message>
        <source>{old} stays in use: {new} finds none of {classes} any more. {said}</source>
        <translation>继续使用 {old}：{new} 再也找不到任何 {classes}。{said}</translation>
    </message>
    <message>
        <source>{out} images left out to reach it; {share} of {n} images in train real and verified.</source>
        <translation>为达到占比排除 {out} 张；训练集 {n} 张图像中 {share} 真实且已验证。</translation>
    </message>
    <message>
        <source>{out} left out to reach it; {share} of 1 image in train real and verified.</source>
        <translation>为达到占比排除{out}；训练集 1 张图像中 {share} 真实且已验证。</translation>
    </message>
    <message>
        <source>{path!r}: its name is not valid UTF-8 text; rename the file or its folder.</source>
        <translation>{path!r}：其名称不是有效的 UTF-8 文本；请重命名该文件或其文件夹。</translation>
    </message>
    <message>
        <source>{path} has the classes {first} and {second}, which differ only by case; they came in as two.</source>
        <translation>{path} 有类别 {first} 和 {second}，仅大小写不同；按两个类别导入。</translation>
    </message>
    <message>
        <source>{path} holds labels of several formats ({formats}); name one: --labels.</source>
        <translation>{path} 含有多种格式（{formats}）的标注；请选择一种。</translation>
    </message>
    <message>
        <source>{path} is a link to {place}, where no folder is; make it or the link anew.</source>
        <translation>{path} 是指向 {place} 的链接，但那里没有文件夹；请重新创建该文件夹或链接。</translation>
    </message>
    <message>
        <source>{path} is a video; labels come with pictures.</source>
        <translation>{path} 是视频；标签随图像导入。</translation>
    </message>
    <message>
        <source>{path} is a video; say how many frames to take with --every 10 or --fps 2.</source>
        <translation>{path} 是视频；请说明要取多少帧。</translation>
    </message>
    <message>
        <source>{path} is in no format that this program knows; name it (--labels; in the window: Bring in).</source>
        <translation>{path} 不是本程序认识的格式；请在“导入内容”中选择。</translation>
    </message>
    <message>
        <source>{path}: {n} videos were left aside ({named}); --every or --fps takes frames.</source>
        <translation>{path}：有 {n} 个视频被搁置（{named}）；请选择从视频中取多少帧。</translation>
    </message>
    <message>
        <source>{place} is not a JSON object.</source>
        <translation>{place} 不是 JSON 对象。</translation>
    </message>
    <message>
        <source>{place} is not valid JSON.</source>
        <translation>{place} 不是有效的 JSON。</translation>
    </message>
    <message>
        <source>{place} is too large to be a receipt ({n:,} bytes).</source>
        <translation>{place} 太大（{n:,} 字节），不可能是凭据。</translation>
    </message>
    <message>
        <source>{place} names {name}</source>
        <translation>{place} 中写有 {name}</translation>
    </message>
    <message>
        <source>{place} says {name}</source>
        <translation>{place} 表明 {name}</translation>
    </message>
    <message>
        <source>{problem} Nothing was written; export again once it is settled.</source>
        <translation>{problem}没有写入任何内容；解决后请重新导出。</translation>
    </message>
    <message>
        <source>{reason} The version in {folder} is whole but not on record; the same export takes it up again.</source>
        <translation>{reason}{folder} 中的版本是完整的，但未记录；再次进行同样的导出即可接续。</translation>
    </message>
    <message>
        <source>{reason}. Waiting for that.</source>
        <translation>{reason}。正在等待。</translation>
    </message>
    <message>
        <source>{reason}; left aside.</source>
        <translation>{reason}；未导入。</translation>
    </message>
    <message>
        <source>{receipt} says which of its images are real and what was verified; adding them anew would forget that. Add the whole of {folder} with --labels yolo, which keeps it, or the original images.</source>
        <translation>{receipt} 写明了其中哪些图像是真实的、核实了什么；重新添加会丢失这些。请添加保留这些的整个 {folder}，或原始图像。</translation>
    </message>
    <message>
        <source>{root}: {n} pictures that the dataset does not name were not added.</source>
        <translation>{root}：数据集未提到的 {n} 张图像没有添加。</translation>
    </message>
    <message>
        <source>{seconds:g} seconds between two looks make no sense; give 0.1 to 3600.</source>
        <translation>两次查看间隔 {seconds:g} 秒没有意义；请给出 0.1 到 3600。</translation>
    </message>
    <message>
        <source>{seen} of {n} real-verified images for training were decided in the window ({share}), where the policy demands {demanded}.</source>
        <translation>训练用的 {n} 张真实且已验证的图像中，有 {seen} 张是在窗口中决定的（{share}），而策略要求 {demanded}。</translation>
    </message>
    <message>
        <source>{share} and {objects}</source>
        <translation>{share} 和 {objects}</translation>
    </message>
    <message>
        <source>{source} was changed while the version was written; nothing was written.</source>
        <translation>写出版本时 {source} 被更改；没有写入任何内容。</translation>
    </message>
    <message>
        <source>{split} objects: {classes}</source>
        <translation>{split} 的对象：{classes}</translation>
    </message>
    <message>
        <source>{table} cannot be read to its end: {reason}.</source>
        <translation>无法完整读取 {table}：{reason}。</translation>
    </message>
    <message>
        <source>{table} holds {facts}, but the events announce {n}.</source>
        <translation>{table} 有 {facts}，而事件宣布了 {n} 条。</translation>
    </message>
    <message>
        <source>{task}, its boxes</source>
        <translation>{task}，取其边框</translation>
    </message>
    <message>
        <source>{text} is no number of a run.</source>
        <translation>{text} 不是运行的编号。</translation>
    </message>
    <message>
        <source>{text} is no range of confidence; write it like 0.25-0.5.</source>
        <translation>{text} 不是置信度范围；请写成 0.25-0.5 这样。</translation>
    </message>
    <message>
        <source>{value} is no value to filter {name} by.</source>
        <translation>{value} 不是可用于筛选 {name} 的值。</translation>
    </message>
    <message>
        <source>{version} has no receipt {digest}; its receipts: {names}.</source>
        <translation>{version} 没有凭据 {digest}；其凭据：{names}。</translation>
    </message>
    <message>
        <source>{version} was there before; it is in {place}:</source>
        <translation>{version} 先前已存在；位于 {place}：</translation>
    </message>
    <message>
        <source>{version}, {cls}: recall {expected:.2f} was expected, {measured:.2f} was measured with {model}.</source>
        <translation>{version}，{cls}：预期召回率 {expected:.2f}，用 {model} 测得 {measured:.2f}。</translation>
    </message>
    <message>
        <source>{version}, {cls}: {low:.0%} to {high:.0%} of the objects were expected, {measured:.0%} came in {next}.</source>
        <translation>{version}，{cls}：预期占对象的 {low:.0%} 到 {high:.0%}，{next} 中为 {measured:.0%}。</translation>
    </message>
    <message>
        <source>{video} was changed while its frames were taken; add it again when it is whole.</source>
        <translation>取帧时 {video} 被更改；请在其完整后重新添加。</translation>
    </message>
    <message>
        <source>{video}: The file is empty (0 bytes); copy it again from where it came.</source>
        <translation>{video}：文件为空（0 字节）；请从来源处重新复制。</translation>
    </message>
    <message>
        <source>{video}: its frames have {width:,} x {height:,} pixels, too many; scale it down.</source>
        <translation>{video}：其帧为 {width:,} x {height:,} 像素，太大；请缩小。</translation>
    </message>
    <message>
        <source>{video}: the film breaks off after {number} of {total} frames; those were taken.</source>
        <translation>{video}：影片在 {total} 帧中的第 {number} 帧后中断；已取出这些帧。</translation>
    </message>
    <message>
        <source>{what} of {subject}</source>
        <translation>{subject} 的{what}</translation>
    </message>
    <message>
        <source>{what}, beside the reference</source>
        <translation>{what}（与基准相比）</translation>
    </message>
    <message>
        <source>{what}: {value:.3g}, by chance {band}.</source>
        <translation>{what}：{value:.3g}（偶然波动为 {band}）。</translation>
    </message>
    <message>
        <source>{what}: {value:.3g}, by chance {band}. Gone: {names}.</source>
        <translation>{what}：{value:.3g}（偶然波动为 {band}）。消失的有：{names}。</translation>
    </message>
    <message>
        <source>{what}: {value:.3g}, by chance {band}. Outside for the second time running, the same way.</source>
        <translation>{what}：{value:.3g}（偶然波动为 {band}）。连续第二次朝同一方向超出范围带。</translation>
    </message>
    <message>
        <source>{what}: {value:.3g}, by chance {band}. Outside.</source>
        <translation>{what}：{value:.3g}（偶然波动为 {band}）。超出范围带。</translation>
    </message>
    <message>
        <source>{what}: {value:.3g}. {n} more independent images are needed to tell this from chance.</source>
        <translation>{what}：{value:.3g}。要与偶然波动区分，还需要 {n} 张独立的图像。</translation>
    </message>
    <message>
        <source>{where} is read-only; copy the project to a place you can write to.</source>
        <translation>{where} 是只读的；请将项目复制到可写入的位置。</translation>
    </message>
    <message>
        <source>{who} has flagged this; a program leaves that as it is.</source>
        <translation>{who} 已将此标记为存疑；程序不会改动它。</translation>
    </message>
    <message>
        <source>{who} is a person, and a program may not bear a person's name: give the program one of its own, or let {who} take responsibility for the file (--as).</source>
        <translation>{who} 是人，程序不能用人的姓名：请给程序自己的名称，或由 {who} 对该文件承担责任（--as）。</translation>
    </message>
    <message>
        <source>{work} cannot be written to ({reason}); choose another work folder.</source>
        <translation>无法写入 {work}（{reason}）；请选择其他工作文件夹。</translation>
    </message>
    <message>
        <source>… and {n} more.</source>
        <translation>… 还有 {n} 项。</translation>
    </message>
</context>
<context>
    <name>next</name>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Predict on them</source>
        <translation>对这些图像预测</translation>
    </message>
    <message>
        <source>Predict with it</source>
        <translation>用它预测</translation>
    </message>
    <message>
        <source>Show in Monitor</source>
        <translation>在监测中查看</translation>
    </message>
    <message>
        <source>Show in grid</source>
        <translation>在网格中查看</translation>
    </message>
    <message>
        <source>Train on it</source>
        <translation>用它训练</translation>
    </message>
</context>
<context>
    <name>picture</name>
    <message>
        <source>gold set</source>
        <translation>金标集</translation>
    </message>
    <message>
        <source>test</source>
        <translation>test</translation>
    </message>
    <message>
        <source>train</source>
        <translation>train</translation>
    </message>
    <message>
        <source>val</source>
        <translation>val</translation>
    </message>
</context>
<context>
    <name>tools</name>
    <message>
        <source>An outline keeps three corners. [reject] rejects the whole object.</source>
        <translation>轮廓至少保留三个顶点。按 [reject] 拒绝整个对象。</translation>
    </message>
    <message>
        <source>An outline needs three corners or more.</source>
        <translation>轮廓至少需要三个顶点。</translation>
    </message>
    <message>
        <source>Click corner after corner, or drag with Shift. Enter closes, Backspace takes one back.</source>
        <translation>逐个单击顶点，或按住 Shift 拖动。Enter 闭合，Backspace 退回一个。</translation>
    </message>
    <message>
        <source>Drag a box round the object, then click its points one by one. S: absent, O: occluded.</source>
        <translation>拖出包围对象的框，再逐个单击关键点。S：不存在，O：遮挡。</translation>
    </message>
    <message>
        <source>Drag a box. With Shift held at its end, another one follows.</source>
        <translation>拖动画框。结束时按住 Shift 可继续画下一个。</translation>
    </message>
    <message>
        <source>Drag a line across the selected object, from outside to outside.</source>
        <translation>从外侧到外侧拖出一条线，横穿选中的对象。</translation>
    </message>
    <message>
        <source>Drag along one side of the object, then click as far as it reaches.</source>
        <translation>沿对象的一边拖动，再单击其另一侧边缘。</translation>
    </message>
    <message>
        <source>Draw the further part of the selected object. Enter closes it, [cancel] gives up.</source>
        <translation>绘制选中对象的另一部分。Enter 闭合，[cancel] 放弃。</translation>
    </message>
    <message>
        <source>Draw the hole in the selected object. Enter closes it, [cancel] gives up.</source>
        <translation>在选中对象中绘制孔洞。Enter 闭合，[cancel] 放弃。</translation>
    </message>
    <message>
        <source>First drag a box round the object.</source>
        <translation>请先拖出包围对象的框。</translation>
    </message>
    <message>
        <source>Next: {name} ({n} of {count}). S: absent, O: occluded, Enter: done.</source>
        <translation>下一个：{name}（{n} / {count}）。S：不存在，O：遮挡，Enter：完成。</translation>
    </message>
    <message>
        <source>Nothing was cut: the line has to cross the object from side to side.</source>
        <translation>未切开：线条必须从一侧到另一侧横穿对象。</translation>
    </message>
    <message>
        <source>Nothing would be left of the object; nothing was cut.</source>
        <translation>对象将不复存在；未作裁切。</translation>
    </message>
    <message>
        <source>Paint over what is to go from the selected object, with Ctrl to add; [ and ] set the size.</source>
        <translation>涂抹要从选中对象中去掉的部分，按住 Ctrl 则添加；[ 和 ] 调整大小。</translation>
    </message>
    <message>
        <source>Paint to add to the selected object, with Ctrl to take away. Enter begins another; [ and ] set the size.</source>
        <translation>涂抹以添加到选中对象，按住 Ctrl 则去掉。Enter 开始另一个；[ 和 ] 调整大小。</translation>
    </message>
    <message>
        <source>Select the object first from which something is to go.</source>
        <translation>请先选择要去掉部分的对象。</translation>
    </message>
    <message>
        <source>Select the object first that is to be cut.</source>
        <translation>请先选择要切开的对象。</translation>
    </message>
    <message>
        <source>That outline has no area; nothing was drawn.</source>
        <translation>该轮廓没有面积；未绘制。</translation>
    </message>
    <message>
        <source>The outline crossed itself and was mended.</source>
        <translation>轮廓自相交，已修复。</translation>
    </message>
    <message>
        <source>Verified by {who}. [edit_label] edits it.</source>
        <translation>已由 {who} 验证。按 [edit_label] 编辑。</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>occluded</source>
        <translation>遮挡</translation>
    </message>
    <message>
        <source>visible</source>
        <translation>可见</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>1 object here, about {expected} on images near it</source>
        <translation>此处只有 1 个对象，相邻图像约 {expected} 个</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>as found</source>
        <translation>按发现顺序</translation>
    </message>
    <message>
        <source>attested</source>
        <translation>已担保</translation>
    </message>
    <message>
        <source>boxes (detect)</source>
        <translation>边框 (detect)</translation>
    </message>
    <message>
        <source>by name</source>
        <translation>按名称</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>complete and empty</source>
        <translation>已完成（无目标）</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>已修正</translation>
    </message>
    <message>
        <source>disagreement first</source>
        <translation>分歧优先</translation>
    </message>
    <message>
        <source>drawn</source>
        <translation>手工绘制</translation>
    </message>
    <message>
        <source>drawn at random</source>
        <translation>随机抽取</translation>
    </message>
    <message>
        <source>drawn blind</source>
        <translation>盲标绘制</translation>
    </message>
    <message>
        <source>evaluation</source>
        <translation>评估用</translation>
    </message>
    <message>
        <source>flagged as unsure</source>
        <translation>已标记为存疑</translation>
    </message>
    <message>
        <source>gold</source>
        <translation>金标</translation>
    </message>
    <message>
        <source>gold: models are measured on it and never trained on it</source>
        <translation>gold：只用于评测模型，从不用于训练</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>largest first</source>
        <translation>最大的优先</translation>
    </message>
    <message>
        <source>likely omissions first</source>
        <translation>可能遗漏的优先</translation>
    </message>
    <message>
        <source>may hold {name}, which is rare</source>
        <translation>可能含有罕见的 {name}</translation>
    </message>
    <message>
        <source>missing file</source>
        <translation>文件缺失</translation>
    </message>
    <message>
        <source>mixed order</source>
        <translation>混合顺序</translation>
    </message>
    <message>
        <source>most objects first</source>
        <translation>对象多的优先</translation>
    </message>
    <message>
        <source>newest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>newest first</source>
        <translation>最新优先</translation>
    </message>
    <message>
        <source>not usable</source>
        <translation>不可用</translation>
    </message>
    <message>
        <source>oriented boxes (obb)</source>
        <translation>旋转框 (obb)</translation>
    </message>
    <message>
        <source>outlines (segment)</source>
        <translation>轮廓 (segment)</translation>
    </message>
    <message>
        <source>points of a skeleton (pose)</source>
        <translation>骨架关键点 (pose)</translation>
    </message>
    <message>
        <source>proposal</source>
        <translation>候选</translation>
    </message>
    <message>
        <source>proposals, whatever their confidence: {n}</source>
        <translation>候选（不论置信度）：{n} 个</translation>
    </message>
    <message>
        <source>rare classes first</source>
        <translation>罕见类别优先</translation>
    </message>
    <message>
        <source>real</source>
        <translation>真实</translation>
    </message>
    <message>
        <source>something is hidden at {conf}</source>
        <translation>有置信度 {conf} 的隐藏候选</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>需复查</translation>
    </message>
    <message>
        <source>stale: changed since it was verified</source>
        <translation>需复查: 验证后文件已更改</translation>
    </message>
    <message>
        <source>suggested by {name}</source>
        <translation>由 {name} 建议</translation>
    </message>
    <message>
        <source>suggestion of a program</source>
        <translation>程序的建议</translation>
    </message>
    <message>
        <source>synthetic</source>
        <translation>合成</translation>
    </message>
    <message>
        <source>the model is unsure: {conf}</source>
        <translation>模型不确定：{conf}</translation>
    </message>
    <message>
        <source>the newest run and the labels differ</source>
        <translation>最新运行与标签不一致</translation>
    </message>
    <message>
        <source>to be fixed</source>
        <translation>稍后修正</translation>
    </message>
    <message>
        <source>too many for the share</source>
        <translation>超出占比</translation>
    </message>
    <message>
        <source>unknown origin</source>
        <translation>来源未知</translation>
    </message>
    <message>
        <source>unreviewed</source>
        <translation>未审核</translation>
    </message>
    <message>
        <source>unsure first</source>
        <translation>置信度从低到高</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>已验证</translation>
    </message>
    <message>
        <source>whole images (classify)</source>
        <translation>整张图像 (classify)</translation>
    </message>
    <message>
        <source>{name}: accept</source>
        <translation>{name}：接受</translation>
    </message>
    <message>
        <source>{name}: complete</source>
        <translation>{name}：完成</translation>
    </message>
    <message>
        <source>{name}: empty</source>
        <translation>{name}：无对象</translation>
    </message>
    <message>
        <source>{name}: fix later</source>
        <translation>{name}：稍后修正</translation>
    </message>
    <message>
        <source>{name}: reject</source>
        <translation>{name}：拒绝</translation>
    </message>
    <message>
        <source>{name}: the label is right</source>
        <translation>{name}：标签正确</translation>
    </message>
    <message>
        <source>{name}: the model is right</source>
        <translation>{name}：模型正确</translation>
    </message>
    <message>
        <source>{objects} objects here, about {expected} on images near it</source>
        <translation>此处 {objects} 个对象，相邻图像约 {expected} 个</translation>
    </message>
</context>
</TS>
