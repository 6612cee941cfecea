"""Constants of `Viewport`, and its settings that only wait for a renderer that knows them.

There is no 3D, and 2D pictures are always drawn with smooth edges: most of these are kept as they
are set, and stored in scenes.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Any, ClassVar

from engine.scene.node import Node


class ViewportSettings(Node):
    """The settings of a viewport."""

    class PositionalShadowAtlasQuadrantSubdiv(IntEnum):
        """How many shadows share a part of the atlas; 3D only."""

        SHADOW_ATLAS_QUADRANT_SUBDIV_DISABLED = 0
        SHADOW_ATLAS_QUADRANT_SUBDIV_1 = 1
        SHADOW_ATLAS_QUADRANT_SUBDIV_4 = 2
        SHADOW_ATLAS_QUADRANT_SUBDIV_16 = 3
        SHADOW_ATLAS_QUADRANT_SUBDIV_64 = 4
        SHADOW_ATLAS_QUADRANT_SUBDIV_256 = 5
        SHADOW_ATLAS_QUADRANT_SUBDIV_1024 = 6
        SHADOW_ATLAS_QUADRANT_SUBDIV_MAX = 7

    class Scaling3DMode(IntEnum):
        """How 3D pictures are scaled."""

        SCALING_3D_MODE_BILINEAR = 0
        SCALING_3D_MODE_FSR = 1
        SCALING_3D_MODE_FSR2 = 2
        SCALING_3D_MODE_METALFX_SPATIAL = 3
        SCALING_3D_MODE_METALFX_TEMPORAL = 4
        SCALING_3D_MODE_MAX = 5

    class MSAA(IntEnum):
        """How many samples a pixel has."""

        MSAA_DISABLED = 0
        MSAA_2X = 1
        MSAA_4X = 2
        MSAA_8X = 3
        MSAA_MAX = 4

    class AnisotropicFiltering(IntEnum):
        """How slanted textures are filtered; 3D only."""

        ANISOTROPY_DISABLED = 0
        ANISOTROPY_2X = 1
        ANISOTROPY_4X = 2
        ANISOTROPY_8X = 3
        ANISOTROPY_16X = 4
        ANISOTROPY_MAX = 5

    class ScreenSpaceAA(IntEnum):
        """How edges are smoothed afterwards."""

        SCREEN_SPACE_AA_DISABLED = 0
        SCREEN_SPACE_AA_FXAA = 1
        SCREEN_SPACE_AA_SMAA = 2
        SCREEN_SPACE_AA_MAX = 3

    class RenderInfo(IntEnum):
        """What `get_render_info` counts."""

        RENDER_INFO_OBJECTS_IN_FRAME = 0
        RENDER_INFO_PRIMITIVES_IN_FRAME = 1
        RENDER_INFO_DRAW_CALLS_IN_FRAME = 2
        RENDER_INFO_MAX = 3

    class RenderInfoType(IntEnum):
        """Of what `get_render_info` counts it."""

        RENDER_INFO_TYPE_VISIBLE = 0
        RENDER_INFO_TYPE_SHADOW = 1
        RENDER_INFO_TYPE_CANVAS = 2
        RENDER_INFO_TYPE_MAX = 3

    class DebugDraw(IntEnum):
        """What is drawn in place of the picture; 3D only."""

        DEBUG_DRAW_DISABLED = 0
        DEBUG_DRAW_UNSHADED = 1
        DEBUG_DRAW_LIGHTING = 2
        DEBUG_DRAW_OVERDRAW = 3
        DEBUG_DRAW_WIREFRAME = 4
        DEBUG_DRAW_NORMAL_BUFFER = 5
        DEBUG_DRAW_VOXEL_GI_ALBEDO = 6
        DEBUG_DRAW_VOXEL_GI_LIGHTING = 7
        DEBUG_DRAW_VOXEL_GI_EMISSION = 8
        DEBUG_DRAW_SHADOW_ATLAS = 9
        DEBUG_DRAW_DIRECTIONAL_SHADOW_ATLAS = 10
        DEBUG_DRAW_SCENE_LUMINANCE = 11
        DEBUG_DRAW_SSAO = 12
        DEBUG_DRAW_SSIL = 13
        DEBUG_DRAW_PSSM_SPLITS = 14
        DEBUG_DRAW_DECAL_ATLAS = 15
        DEBUG_DRAW_SDFGI = 16
        DEBUG_DRAW_SDFGI_PROBES = 17
        DEBUG_DRAW_GI_BUFFER = 18
        DEBUG_DRAW_DISABLE_LOD = 19
        DEBUG_DRAW_CLUSTER_OMNI_LIGHTS = 20
        DEBUG_DRAW_CLUSTER_SPOT_LIGHTS = 21
        DEBUG_DRAW_CLUSTER_DECALS = 22
        DEBUG_DRAW_CLUSTER_REFLECTION_PROBES = 23
        DEBUG_DRAW_OCCLUDERS = 24
        DEBUG_DRAW_MOTION_VECTORS = 25
        DEBUG_DRAW_INTERNAL_BUFFER = 26

    class DefaultCanvasItemTextureFilter(IntEnum):
        """How textures are drawn larger or smaller than they are."""

        DEFAULT_CANVAS_ITEM_TEXTURE_FILTER_NEAREST = 0
        DEFAULT_CANVAS_ITEM_TEXTURE_FILTER_LINEAR = 1
        DEFAULT_CANVAS_ITEM_TEXTURE_FILTER_LINEAR_WITH_MIPMAPS = 2
        DEFAULT_CANVAS_ITEM_TEXTURE_FILTER_NEAREST_WITH_MIPMAPS = 3
        DEFAULT_CANVAS_ITEM_TEXTURE_FILTER_MAX = 4

    class DefaultCanvasItemTextureRepeat(IntEnum):
        """What lies beyond the edges of a texture."""

        DEFAULT_CANVAS_ITEM_TEXTURE_REPEAT_DISABLED = 0
        DEFAULT_CANVAS_ITEM_TEXTURE_REPEAT_ENABLED = 1
        DEFAULT_CANVAS_ITEM_TEXTURE_REPEAT_MIRROR = 2
        DEFAULT_CANVAS_ITEM_TEXTURE_REPEAT_MAX = 3

    class SDFOversize(IntEnum):
        """How far distance fields reach beyond the screen."""

        SDF_OVERSIZE_100_PERCENT = 0
        SDF_OVERSIZE_120_PERCENT = 1
        SDF_OVERSIZE_150_PERCENT = 2
        SDF_OVERSIZE_200_PERCENT = 3
        SDF_OVERSIZE_MAX = 4

    class SDFScale(IntEnum):
        """How fine distance fields are."""

        SDF_SCALE_100_PERCENT = 0
        SDF_SCALE_50_PERCENT = 1
        SDF_SCALE_25_PERCENT = 2
        SDF_SCALE_MAX = 3

    class VRSMode(IntEnum):
        """Whether parts are drawn more coarsely."""

        VRS_DISABLED = 0
        VRS_TEXTURE = 1
        VRS_XR = 2
        VRS_MAX = 3

    class VRSUpdateMode(IntEnum):
        """When the texture for that is read."""

        VRS_UPDATE_DISABLED = 0
        VRS_UPDATE_ONCE = 1
        VRS_UPDATE_ALWAYS = 2
        VRS_UPDATE_MAX = 3

    ANISOTROPY_16X = AnisotropicFiltering.ANISOTROPY_16X
    ANISOTROPY_2X = AnisotropicFiltering.ANISOTROPY_2X
    ANISOTROPY_4X = AnisotropicFiltering.ANISOTROPY_4X
    ANISOTROPY_8X = AnisotropicFiltering.ANISOTROPY_8X
    ANISOTROPY_DISABLED = AnisotropicFiltering.ANISOTROPY_DISABLED
    ANISOTROPY_MAX = AnisotropicFiltering.ANISOTROPY_MAX
    DEBUG_DRAW_CLUSTER_DECALS = DebugDraw.DEBUG_DRAW_CLUSTER_DECALS
    DEBUG_DRAW_CLUSTER_OMNI_LIGHTS = DebugDraw.DEBUG_DRAW_CLUSTER_OMNI_LIGHTS
    DEBUG_DRAW_CLUSTER_REFLECTION_PROBES = DebugDraw.DEBUG_DRAW_CLUSTER_REFLECTION_PROBES
    DEBUG_DRAW_CLUSTER_SPOT_LIGHTS = DebugDraw.DEBUG_DRAW_CLUSTER_SPOT_LIGHTS
    DEBUG_DRAW_DECAL_ATLAS = DebugDraw.DEBUG_DRAW_DECAL_ATLAS
    DEBUG_DRAW_DIRECTIONAL_SHADOW_ATLAS = DebugDraw.DEBUG_DRAW_DIRECTIONAL_SHADOW_ATLAS
    DEBUG_DRAW_DISABLED = DebugDraw.DEBUG_DRAW_DISABLED
    DEBUG_DRAW_DISABLE_LOD = DebugDraw.DEBUG_DRAW_DISABLE_LOD
    DEBUG_DRAW_GI_BUFFER = DebugDraw.DEBUG_DRAW_GI_BUFFER
    DEBUG_DRAW_INTERNAL_BUFFER = DebugDraw.DEBUG_DRAW_INTERNAL_BUFFER
    DEBUG_DRAW_LIGHTING = DebugDraw.DEBUG_DRAW_LIGHTING
    DEBUG_DRAW_MOTION_VECTORS = DebugDraw.DEBUG_DRAW_MOTION_VECTORS
    DEBUG_DRAW_NORMAL_BUFFER = DebugDraw.DEBUG_DRAW_NORMAL_BUFFER
    DEBUG_DRAW_OCCLUDERS = DebugDraw.DEBUG_DRAW_OCCLUDERS
    DEBUG_DRAW_OVERDRAW = DebugDraw.DEBUG_DRAW_OVERDRAW
    DEBUG_DRAW_PSSM_SPLITS = DebugDraw.DEBUG_DRAW_PSSM_SPLITS
    DEBUG_DRAW_SCENE_LUMINANCE = DebugDraw.DEBUG_DRAW_SCENE_LUMINANCE
    DEBUG_DRAW_SDFGI = DebugDraw.DEBUG_DRAW_SDFGI
    DEBUG_DRAW_SDFGI_PROBES = DebugDraw.DEBUG_DRAW_SDFGI_PROBES
    DEBUG_DRAW_SHADOW_ATLAS = DebugDraw.DEBUG_DRAW_SHADOW_ATLAS
    DEBUG_DRAW_SSAO = DebugDraw.DEBUG_DRAW_SSAO
    DEBUG_DRAW_SSIL = DebugDraw.DEBUG_DRAW_SSIL
    DEBUG_DRAW_UNSHADED = DebugDraw.DEBUG_DRAW_UNSHADED
    DEBUG_DRAW_VOXEL_GI_ALBEDO = DebugDraw.DEBUG_DRAW_VOXEL_GI_ALBEDO
    DEBUG_DRAW_VOXEL_GI_EMISSION = DebugDraw.DEBUG_DRAW_VOXEL_GI_EMISSION
    DEBUG_DRAW_VOXEL_GI_LIGHTING = DebugDraw.DEBUG_DRAW_VOXEL_GI_LIGHTING
    DEBUG_DRAW_WIREFRAME = DebugDraw.DEBUG_DRAW_WIREFRAME
    DEFAULT_CANVAS_ITEM_TEXTURE_FILTER_LINEAR = (
        DefaultCanvasItemTextureFilter.DEFAULT_CANVAS_ITEM_TEXTURE_FILTER_LINEAR
    )
    DEFAULT_CANVAS_ITEM_TEXTURE_FILTER_LINEAR_WITH_MIPMAPS = (
        DefaultCanvasItemTextureFilter.DEFAULT_CANVAS_ITEM_TEXTURE_FILTER_LINEAR_WITH_MIPMAPS
    )
    DEFAULT_CANVAS_ITEM_TEXTURE_FILTER_MAX = (
        DefaultCanvasItemTextureFilter.DEFAULT_CANVAS_ITEM_TEXTURE_FILTER_MAX
    )
    DEFAULT_CANVAS_ITEM_TEXTURE_FILTER_NEAREST = (
        DefaultCanvasItemTextureFilter.DEFAULT_CANVAS_ITEM_TEXTURE_FILTER_NEAREST
    )
    DEFAULT_CANVAS_ITEM_TEXTURE_FILTER_NEAREST_WITH_MIPMAPS = (
        DefaultCanvasItemTextureFilter.DEFAULT_CANVAS_ITEM_TEXTURE_FILTER_NEAREST_WITH_MIPMAPS
    )
    DEFAULT_CANVAS_ITEM_TEXTURE_REPEAT_DISABLED = (
        DefaultCanvasItemTextureRepeat.DEFAULT_CANVAS_ITEM_TEXTURE_REPEAT_DISABLED
    )
    DEFAULT_CANVAS_ITEM_TEXTURE_REPEAT_ENABLED = (
        DefaultCanvasItemTextureRepeat.DEFAULT_CANVAS_ITEM_TEXTURE_REPEAT_ENABLED
    )
    DEFAULT_CANVAS_ITEM_TEXTURE_REPEAT_MAX = (
        DefaultCanvasItemTextureRepeat.DEFAULT_CANVAS_ITEM_TEXTURE_REPEAT_MAX
    )
    DEFAULT_CANVAS_ITEM_TEXTURE_REPEAT_MIRROR = (
        DefaultCanvasItemTextureRepeat.DEFAULT_CANVAS_ITEM_TEXTURE_REPEAT_MIRROR
    )
    MSAA_2X = MSAA.MSAA_2X
    MSAA_4X = MSAA.MSAA_4X
    MSAA_8X = MSAA.MSAA_8X
    MSAA_DISABLED = MSAA.MSAA_DISABLED
    MSAA_MAX = MSAA.MSAA_MAX
    RENDER_INFO_DRAW_CALLS_IN_FRAME = RenderInfo.RENDER_INFO_DRAW_CALLS_IN_FRAME
    RENDER_INFO_MAX = RenderInfo.RENDER_INFO_MAX
    RENDER_INFO_OBJECTS_IN_FRAME = RenderInfo.RENDER_INFO_OBJECTS_IN_FRAME
    RENDER_INFO_PRIMITIVES_IN_FRAME = RenderInfo.RENDER_INFO_PRIMITIVES_IN_FRAME
    RENDER_INFO_TYPE_CANVAS = RenderInfoType.RENDER_INFO_TYPE_CANVAS
    RENDER_INFO_TYPE_MAX = RenderInfoType.RENDER_INFO_TYPE_MAX
    RENDER_INFO_TYPE_SHADOW = RenderInfoType.RENDER_INFO_TYPE_SHADOW
    RENDER_INFO_TYPE_VISIBLE = RenderInfoType.RENDER_INFO_TYPE_VISIBLE
    SCALING_3D_MODE_BILINEAR = Scaling3DMode.SCALING_3D_MODE_BILINEAR
    SCALING_3D_MODE_FSR = Scaling3DMode.SCALING_3D_MODE_FSR
    SCALING_3D_MODE_FSR2 = Scaling3DMode.SCALING_3D_MODE_FSR2
    SCALING_3D_MODE_MAX = Scaling3DMode.SCALING_3D_MODE_MAX
    SCALING_3D_MODE_METALFX_SPATIAL = Scaling3DMode.SCALING_3D_MODE_METALFX_SPATIAL
    SCALING_3D_MODE_METALFX_TEMPORAL = Scaling3DMode.SCALING_3D_MODE_METALFX_TEMPORAL
    SCREEN_SPACE_AA_DISABLED = ScreenSpaceAA.SCREEN_SPACE_AA_DISABLED
    SCREEN_SPACE_AA_FXAA = ScreenSpaceAA.SCREEN_SPACE_AA_FXAA
    SCREEN_SPACE_AA_MAX = ScreenSpaceAA.SCREEN_SPACE_AA_MAX
    SCREEN_SPACE_AA_SMAA = ScreenSpaceAA.SCREEN_SPACE_AA_SMAA
    SDF_OVERSIZE_100_PERCENT = SDFOversize.SDF_OVERSIZE_100_PERCENT
    SDF_OVERSIZE_120_PERCENT = SDFOversize.SDF_OVERSIZE_120_PERCENT
    SDF_OVERSIZE_150_PERCENT = SDFOversize.SDF_OVERSIZE_150_PERCENT
    SDF_OVERSIZE_200_PERCENT = SDFOversize.SDF_OVERSIZE_200_PERCENT
    SDF_OVERSIZE_MAX = SDFOversize.SDF_OVERSIZE_MAX
    SDF_SCALE_100_PERCENT = SDFScale.SDF_SCALE_100_PERCENT
    SDF_SCALE_25_PERCENT = SDFScale.SDF_SCALE_25_PERCENT
    SDF_SCALE_50_PERCENT = SDFScale.SDF_SCALE_50_PERCENT
    SDF_SCALE_MAX = SDFScale.SDF_SCALE_MAX
    SHADOW_ATLAS_QUADRANT_SUBDIV_1 = (
        PositionalShadowAtlasQuadrantSubdiv.SHADOW_ATLAS_QUADRANT_SUBDIV_1
    )
    SHADOW_ATLAS_QUADRANT_SUBDIV_1024 = (
        PositionalShadowAtlasQuadrantSubdiv.SHADOW_ATLAS_QUADRANT_SUBDIV_1024
    )
    SHADOW_ATLAS_QUADRANT_SUBDIV_16 = (
        PositionalShadowAtlasQuadrantSubdiv.SHADOW_ATLAS_QUADRANT_SUBDIV_16
    )
    SHADOW_ATLAS_QUADRANT_SUBDIV_256 = (
        PositionalShadowAtlasQuadrantSubdiv.SHADOW_ATLAS_QUADRANT_SUBDIV_256
    )
    SHADOW_ATLAS_QUADRANT_SUBDIV_4 = (
        PositionalShadowAtlasQuadrantSubdiv.SHADOW_ATLAS_QUADRANT_SUBDIV_4
    )
    SHADOW_ATLAS_QUADRANT_SUBDIV_64 = (
        PositionalShadowAtlasQuadrantSubdiv.SHADOW_ATLAS_QUADRANT_SUBDIV_64
    )
    SHADOW_ATLAS_QUADRANT_SUBDIV_DISABLED = (
        PositionalShadowAtlasQuadrantSubdiv.SHADOW_ATLAS_QUADRANT_SUBDIV_DISABLED
    )
    SHADOW_ATLAS_QUADRANT_SUBDIV_MAX = (
        PositionalShadowAtlasQuadrantSubdiv.SHADOW_ATLAS_QUADRANT_SUBDIV_MAX
    )
    VRS_DISABLED = VRSMode.VRS_DISABLED
    VRS_MAX = VRSMode.VRS_MAX
    VRS_TEXTURE = VRSMode.VRS_TEXTURE
    VRS_UPDATE_ALWAYS = VRSUpdateMode.VRS_UPDATE_ALWAYS
    VRS_UPDATE_DISABLED = VRSUpdateMode.VRS_UPDATE_DISABLED
    VRS_UPDATE_MAX = VRSUpdateMode.VRS_UPDATE_MAX
    VRS_UPDATE_ONCE = VRSUpdateMode.VRS_UPDATE_ONCE
    VRS_XR = VRSMode.VRS_XR

    disable_3d: bool = False
    use_xr: bool = False
    own_world_3d: bool = False
    world_3d: Any = None
    transparent_bg: bool = False
    snap_2d_transforms_to_pixel: bool = False
    snap_2d_vertices_to_pixel: bool = False
    msaa_2d: int = MSAA.MSAA_DISABLED
    msaa_3d: int = MSAA.MSAA_DISABLED
    screen_space_aa: int = ScreenSpaceAA.SCREEN_SPACE_AA_DISABLED
    use_taa: bool = False
    use_debanding: bool = False
    use_occlusion_culling: bool = False
    mesh_lod_threshold: float = 1.0
    debug_draw: int = DebugDraw.DEBUG_DRAW_DISABLED
    use_hdr_2d: bool = False
    scaling_3d_mode: int = Scaling3DMode.SCALING_3D_MODE_BILINEAR
    scaling_3d_scale: float = 1.0
    texture_mipmap_bias: float = 0.0
    anisotropic_filtering_level: int = AnisotropicFiltering.ANISOTROPY_4X
    fsr_sharpness: float = 0.2
    vrs_mode: int = VRSMode.VRS_DISABLED
    vrs_update_mode: int = VRSUpdateMode.VRS_UPDATE_ONCE
    vrs_texture: Any = None
    canvas_item_default_texture_filter: int = (
        DefaultCanvasItemTextureFilter.DEFAULT_CANVAS_ITEM_TEXTURE_FILTER_LINEAR
    )
    canvas_item_default_texture_repeat: int = (
        DefaultCanvasItemTextureRepeat.DEFAULT_CANVAS_ITEM_TEXTURE_REPEAT_DISABLED
    )
    audio_listener_enable_2d: bool = False
    audio_listener_enable_3d: bool = False
    physics_object_picking: bool = False
    physics_object_picking_sort: bool = False
    physics_object_picking_first_only: bool = False
    gui_snap_controls_to_pixels: bool = True
    gui_drag_threshold: int = 10
    sdf_oversize: int = SDFOversize.SDF_OVERSIZE_120_PERCENT
    sdf_scale: int = SDFScale.SDF_SCALE_50_PERCENT
    positional_shadow_atlas_size: int = 2048
    positional_shadow_atlas_16_bits: bool = True
    canvas_cull_mask: int = 4294967295
    oversampling: bool = True
    oversampling_override: float = 0.0

    _own: ClassVar[tuple[str, ...]] = (
        "anisotropic_filtering_level",
        "audio_listener_enable_2d",
        "audio_listener_enable_3d",
        "canvas_cull_mask",
        "canvas_item_default_texture_filter",
        "canvas_item_default_texture_repeat",
        "debug_draw",
        "disable_3d",
        "fsr_sharpness",
        "gui_drag_threshold",
        "gui_snap_controls_to_pixels",
        "mesh_lod_threshold",
        "msaa_2d",
        "msaa_3d",
        "oversampling",
        "oversampling_override",
        "own_world_3d",
        "physics_object_picking",
        "physics_object_picking_first_only",
        "physics_object_picking_sort",
        "positional_shadow_atlas_16_bits",
        "positional_shadow_atlas_size",
        "scaling_3d_mode",
        "scaling_3d_scale",
        "screen_space_aa",
        "sdf_oversize",
        "sdf_scale",
        "snap_2d_transforms_to_pixel",
        "snap_2d_vertices_to_pixel",
        "texture_mipmap_bias",
        "transparent_bg",
        "use_debanding",
        "use_hdr_2d",
        "use_occlusion_culling",
        "use_taa",
        "use_xr",
        "vrs_mode",
        "vrs_texture",
        "vrs_update_mode",
        "world_3d",
    )

    _stored: ClassVar[tuple[str, ...]] = (
        "disable_3d",
        "use_xr",
        "own_world_3d",
        "transparent_bg",
        "handle_input_locally",
        "snap_2d_transforms_to_pixel",
        "snap_2d_vertices_to_pixel",
        "msaa_2d",
        "msaa_3d",
        "screen_space_aa",
        "use_taa",
        "use_debanding",
        "use_occlusion_culling",
        "mesh_lod_threshold",
        "debug_draw",
        "use_hdr_2d",
        "scaling_3d_mode",
        "scaling_3d_scale",
        "texture_mipmap_bias",
        "anisotropic_filtering_level",
        "fsr_sharpness",
        "vrs_mode",
        "vrs_update_mode",
        "canvas_item_default_texture_filter",
        "canvas_item_default_texture_repeat",
        "audio_listener_enable_2d",
        "audio_listener_enable_3d",
        "physics_object_picking",
        "physics_object_picking_sort",
        "physics_object_picking_first_only",
        "gui_disable_input",
        "gui_snap_controls_to_pixels",
        "gui_embed_subwindows",
        "gui_drag_threshold",
        "sdf_oversize",
        "sdf_scale",
        "positional_shadow_atlas_size",
        "positional_shadow_atlas_16_bits",
        "positional_shadow_atlas_quad_0",
        "positional_shadow_atlas_quad_1",
        "positional_shadow_atlas_quad_2",
        "positional_shadow_atlas_quad_3",
        "canvas_cull_mask",
        "oversampling",
        "oversampling_override",
    )
